package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.multishot.processor.read.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is reported once, with its identifier and remedy, where the user made it. */
final class DiagnosticsTest {

  @ParameterizedTest
  @MethodSource("io.multishot.processor.Mistakes#all")
  void mistake_isReportedWhereItIs(Mistake mistake) {
    Compilation compilation = CompilerUnderTest.JAVAC.compile(mistake.file());
    assertThat(compilation)
        .hadErrorContaining(mistake.words())
        .inFile(compilation.sourceFiles().get(0))
        .onLine(mistake.line())
        .atColumn(mistake.column());
    List<Diagnostic<? extends JavaFileObject>> reports = reportsOf(compilation, mistake);
    assertEquals(1, reports.size(), () -> compilation.errors().toString());
    if (mistake.isOfSlab() && mistake.problem() != Problem.NAME_TAKEN) {
      String message = reports.get(0).getMessage(null);
      assertFalse(message.matches("(?s).*(hannel|@MultiShot\\().*"), message);
    }
  }

  /** Eclipse's own error comes first where a static declaration names an inner class. */
  static Stream<Mistake> mistakesInEclipse() {
    return Mistakes.all().filter(mistake -> mistake.problem() != Problem.FOREIGN_PARAMETER);
  }

  /** Eclipse places no error on a record, what is in it, or a type parameter: it has no file. */
  @ParameterizedTest
  @MethodSource("mistakesInEclipse")
  void mistake_isReportedOnItsLineByEclipse(Mistake mistake) {
    Compilation compilation = CompilerUnderTest.ECLIPSE.compile(mistake.file());
    List<Diagnostic<? extends JavaFileObject>> reports = reportsOf(compilation, mistake);
    assertEquals(1, reports.size(), () -> compilation.errors().toString());
    boolean isPlaced =
        !mistake.source().matches("(?s).*@MultiShot(Slab|Call)?(\\([^)]*\\))? record.*")
            && mistake.problem() != Problem.TYPE_AND_PARAMETERS
            && !mistake.words().contains("the bound of");
    boolean isOfEither = mistake.source().contains(" First "); // whichever Eclipse has second
    if (isPlaced && !isOfEither) {
      assertEquals(mistake.line(), reports.get(0).getLineNumber());
      assertEquals(compilation.sourceFiles().get(0), reports.get(0).getSource());
    }
  }

  private static List<Diagnostic<? extends JavaFileObject>> reportsOf(
      Compilation compilation, Mistake mistake) {
    return compilation.errors().stream()
        .filter(error -> error.getMessage(null).contains("[" + mistake.problem().id() + "]"))
        .collect(Collectors.toList());
  }

  @Test
  void declarationWithSeveralMistakes_hasThemAllReported() {
    Compilation compilation =
        Compilations.compile(
            JavaFileObjects.forSourceString(
                "example.Many",
                """
                package example;
                import io.multishot.MultiShot;
                class Many {
                  @MultiShot(type = Long.class, name = "1") private interface Bad<T> { int a(); }
                }
                """));
    assertThat(compilation).hadErrorCount(5);
  }

  @ParameterizedTest
  @EnumSource
  void invalidName_besideAMissingType_isNoBug(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            JavaFileObjects.forSourceString(
                "example.Two",
                """
                package example;
                import io.multishot.MultiShot;
                @MultiShot(type = Missing.class, name = "a-b") interface Two {}
                """));
    assertThat(compilation).hadErrorContaining("Missing");
    assertThat(compilation).hadErrorContaining("[" + Problem.UNRESOLVED.id() + "]");
  }

  @Test
  void problem_hasATest() {
    Set<Problem> tested =
        Mistakes.all()
            .map(Mistake::problem)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Problem.class)));
    tested.addAll(ProcessorTest.TESTED_PROBLEMS);
    tested.addAll(VersionSkewTest.TESTED_PROBLEMS);
    tested.addAll(ModulesTest.TESTED_PROBLEMS);
    tested.addAll(CallUseTest.TESTED_PROBLEMS);
    assertEquals(EnumSet.allOf(Problem.class), tested);
  }
}
