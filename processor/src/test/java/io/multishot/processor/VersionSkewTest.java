package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.multishot.ApiLevel;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.read.Problem;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A runtime of another version than the processor, when it compiles and when it runs. */
final class VersionSkewTest {

  static final Set<Problem> TESTED_PROBLEMS = Set.of(Problem.RUNTIME_OLD, Problem.RUNTIME_NEW);

  private static final int LEVEL = RuntimeNames.LEVEL;

  private static final JavaFileObject QUOTE = declaration("Quote", "long");
  private static final JavaFileObject NAME = declaration("Name", "String");

  @TempDir Path folder;

  @Test
  void generatedCode_isOfTheNewestLevelOfItsRuntime() {
    assertEquals(ApiLevel.NEWEST, LEVEL);
  }

  @ParameterizedTest
  @EnumSource
  void compilation_withARuntimeThatServesMoreLevels_succeeds(CompilerUnderTest compiler)
      throws IOException {
    assertThat(compile(compiler, OtherRuntime.serving(folder, LEVEL - 1, LEVEL + 1))).succeeded();
  }

  @ParameterizedTest
  @EnumSource
  void compilation_withARuntimeThatIsTooOld_hasOneErrorAtADeclaration(CompilerUnderTest compiler)
      throws IOException {
    assertOneError(
        compile(compiler, OtherRuntime.serving(folder, LEVEL - 2, LEVEL - 1)),
        "[multishot-runtime-old]",
        "need API level %d, and that runtime has levels %d to %d. Use one version of both"
            .formatted(LEVEL, LEVEL - 2, LEVEL - 1));
  }

  @ParameterizedTest
  @EnumSource
  void compilation_withARuntimeThatHasNoLevelsYet_hasOneErrorAtADeclaration(
      CompilerUnderTest compiler) throws IOException {
    assertOneError(
        compile(compiler, OtherRuntime.withoutLevels(folder)),
        "[multishot-runtime-old]",
        "need API level " + LEVEL + ", and that runtime has none. Use one version of both");
  }

  @ParameterizedTest
  @EnumSource
  void compilation_withARuntimeThatHasDroppedTheLevel_hasOneErrorAtADeclaration(
      CompilerUnderTest compiler) throws IOException {
    assertOneError(
        compile(compiler, OtherRuntime.serving(folder, LEVEL + 1, LEVEL + 2)),
        "[multishot-runtime-new]",
        "of API level %d, and that runtime serves levels %d to %d. Use one version of both"
            .formatted(LEVEL, LEVEL + 1, LEVEL + 2));
  }

  @Test
  void librariesOfTwoLevels_onARuntimeThatServesBoth_sendAndReceive() throws Exception {
    LibraryLoader program = new LibraryLoader(OtherRuntime.serving(folder, LEVEL, LEVEL + 1));
    program.add(compiled(QUOTE), LEVEL);
    program.add(compiled(NAME), LEVEL + 1);
    assertEquals(42L, program.sendAndTake("example.QuoteChannel", 42L));
    assertEquals("a name", program.sendAndTake("example.NameChannel", "a name"));
  }

  @Test
  void open_onARuntimeThatIsTooOld_throwsAnErrorThatNamesLevelsAndRemedy() throws Exception {
    LibraryLoader program = new LibraryLoader(OtherRuntime.serving(folder, LEVEL, LEVEL));
    program.add(compiled(QUOTE), LEVEL);
    program.add(compiled(NAME), LEVEL + 1);
    assertEquals(42L, program.sendAndTake("example.QuoteChannel", 42L));
    assertEquals(
        ("example.NameChannel was generated for API level %d of multishot-runtime, and the one in"
                + " use serves levels %d to %d. Use a newer multishot-runtime: at least of the"
                + " version of the processor that generated the channel")
            .formatted(LEVEL + 1, LEVEL, LEVEL),
        thrownByOpen(program, "example.NameChannel"));
  }

  @Test
  void open_onARuntimeThatHasDroppedTheLevel_throwsAnErrorThatNamesLevelsAndRemedy()
      throws Exception {
    LibraryLoader program = new LibraryLoader(OtherRuntime.serving(folder, LEVEL + 1, LEVEL + 2));
    program.add(compiled(QUOTE), LEVEL);
    assertEquals(
        ("example.QuoteChannel was generated for API level %d of multishot-runtime, and the one in"
             + " use serves levels %d to %d. Generate the channel anew, with the"
             + " multishot-processor of the runtime's version, or use an older multishot-runtime")
            .formatted(LEVEL, LEVEL + 1, LEVEL + 2),
        thrownByOpen(program, "example.QuoteChannel"));
  }

  /** There is no message yet, but it is the first use that fails, and for lack of the levels. */
  @Test
  void open_onARuntimeThatHasNoLevelsYet_throwsAtOnce() throws Exception {
    LibraryLoader program = new LibraryLoader(OtherRuntime.withoutLevels(folder));
    program.add(compiled(QUOTE), LEVEL);
    assertEquals("io/multishot/ApiLevel", thrownByOpen(program, "example.QuoteChannel"));
  }

  private static String thrownByOpen(LibraryLoader program, String channel) {
    InvocationTargetException thrown =
        assertThrows(InvocationTargetException.class, () -> program.open(channel));
    LinkageError error = assertInstanceOf(LinkageError.class, thrown.getCause());
    return String.valueOf(error.getMessage());
  }

  private static Compilation compile(CompilerUnderTest compiler, File runtime) {
    return compiler
        .compiler(new MultiShotProcessor())
        .withClasspath(List.of(runtime, Compilations.RUNTIME.get(1)))
        .compile(QUOTE, NAME);
  }

  private static void assertOneError(Compilation compilation, String id, String words) {
    assertThat(compilation).hadErrorContaining(id).inFile(QUOTE).onLine(2);
    assertThat(compilation).hadErrorContaining(words);
    assertThat(compilation).hadErrorCount(1);
  }

  private static Compilation compiled(JavaFileObject declaration) {
    return Compilations.compile(declaration);
  }

  private static JavaFileObject declaration(String name, String type) {
    return JavaFileObjects.forSourceLines(
        "example." + name,
        "package example;",
        "@io.multishot.MultiShot(type = " + type + ".class)",
        "public interface " + name + " {}");
  }
}
