package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Declarations inside code, which compilers do not tell to processors: javac's plugin does. */
final class LocalDeclarationTest {

  @ParameterizedTest
  @EnumSource
  void declaration_isReadWhereverItIsAMember(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Desk",
                """
                package example;
                import io.multishot.MultiShot;
                @SuppressWarnings("multishot")
                class Desk {
                  void method() {
                    @MultiShot record Local(int a) {}
                    new Local(1).a();
                  }
                  Object anonymous = new Object() { @MultiShot record Inside(int a) {} };
                  enum Kind {
                    ONE { @MultiShot record OfOne(int a) {} };
                    @MultiShot(type = int.class) interface InEnum {}
                  }
                  @interface Note { @MultiShot(type = int.class) interface InNote {} }
                  class Inner { @MultiShot record InInner(int a) {} }
                }
                """));
    assertThat(compilation).succeeded();
    assertEquals(
        Set.of("Desk_Kind_InEnumChannel", "Desk_Note_InNoteChannel", "Desk_Inner_InInnerChannel"),
        compilation.generatedSourceFiles().stream()
            .map(JavaFileObject::getName)
            .map(name -> name.replaceAll(".*/|\\.java", ""))
            .collect(Collectors.toSet()));
  }
}
