package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;
import static io.multishot.processor.Compilations.assertOnlyEclipseWarns;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in a declaration that mean something else in generated code. */
final class NamesTest {

  @ParameterizedTest
  @EnumSource
  void classesOfThePackageNamedLikeThoseOfTheRuntime_areToldApart(CompilerUnderTest compiler) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name :
        List.of(
            "Override",
            "InterruptedException",
            "String",
            "Object",
            "Generated",
            "Nullable",
            "TimeUnit",
            "ApiLevel",
            "TypedReceiver",
            "TypedShot",
            "PaddedSender",
            "Receiver",
            "Sender",
            "Payload")) {
      sources.add(forSourceString("example." + name, "package example; class " + name + " {}"));
    }
    sources.add(
        forSourceString(
            "example.Replies",
            """
            package example;
            class Replies {
              @io.multishot.MultiShot(type = java.lang.String.class) interface OfString {}
              @io.multishot.MultiShot(type = String.class) interface OfOurString {}
              @io.multishot.MultiShot(type = Receiver.class) interface OfReceiver {}
              @io.multishot.MultiShot(type = Sender.class) interface OfSender {}
            }
            """));
    assertThat(compiler.compile(sources.toArray(new JavaFileObject[0]))).succeededWithoutWarnings();
  }

  /** The method that sends a future's result throws what the accessors throw. */
  @ParameterizedTest
  @EnumSource
  void classOfThePackageNamedThrowable_isToldFromThatOfJavaLang(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.Throwable", "package example; class Throwable {}"),
                forSourceString(
                    "example.Fill",
                    "package example; @io.multishot.MultiShot interface Fill { long price(); }")))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void payloadOfTheUnnamedPackageNamedLikeAClassInsideTheChannel_isRefused(
      CompilerUnderTest compiler) {
    JavaFileObject sender = forSourceString("Sender", "class Sender {}");
    JavaFileObject reply =
        forSourceString(
            "Reply", "\n@io.multishot.MultiShot(type = Sender.class)\ninterface Reply {}");
    assertThat(compiler.compile(sender, reply))
        .hadErrorContaining("[multishot-hidden]")
        .inFile(reply)
        .onLine(2);
  }

  @ParameterizedTest
  @EnumSource
  void fieldTypeOfTheUnnamedPackageNamedLikeATypeParameter_isRefused(CompilerUnderTest compiler) {
    JavaFileObject desk =
        forSourceString(
            "Desk",
            """
            class Desk {
              @io.multishot.MultiShot
              interface Fill<Desk> { Desk desk(); }
            }
            """);
    assertThat(compiler.compile(desk))
        .hadErrorContaining("because the type parameter Desk hides it")
        .inFile(desk)
        .onLine(2);
  }

  @ParameterizedTest
  @EnumSource
  void fieldsNamedLikeNamesOfGeneratedCode_compile(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Parts",
                """
                package example;
                class Parts {
                  @io.multishot.MultiShot record Letter(String message, int sender) {}
                  @io.multishot.MultiShot record Returns(double yield, String other) {}
                  @io.multishot.MultiShot interface Fund { float yield(); int record(); }
                  @io.multishot.MultiShot record Taught(int java, Long Long) {}
                  @io.multishot.MultiShot record Private(int java, Integer Objects) {}
                  @io.multishot.MultiShot record Both<Objects>(int java, Objects all) {}
                  @io.multishot.MultiShot record Checked(int java, int Objects, int Arrays) {
                    Checked {}
                  }
                  @io.multishot.MultiShot interface Box { long padding0(); long padding_1(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Parts_BoxChannel", "private long padding__0;");
  }

  /** Eclipse warns of such a declaration, for what it hides. */
  @ParameterizedTest
  @EnumSource
  void typeParametersNamedLikeAnnotationsOfJavaLang_areRenamed(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Hiding",
                """
                package example;
                @io.multishot.MultiShot
                record Hiding<SuppressWarnings, FunctionalInterface>(
                    SuppressWarnings a, FunctionalInterface b) {}
                """));
    assertOnlyEclipseWarns(compilation, compiler, "The type parameter ");
    assertDeclares(
        compilation, "HidingChannel", "class Sender<SuppressWarnings_, FunctionalInterface_>");
  }

  @ParameterizedTest
  @EnumSource
  void typeParametersNamedLikeNamesOfGeneratedCode_areRenamed(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.TimeUnit", "package example; class TimeUnit {}"),
                forSourceString(
                    "example.Hiding",
                    """
                    package example;
                    class Hiding {
                      @io.multishot.MultiShot
                      record Classes<MultiShotGenerated, Sender>(MultiShotGenerated a, Sender b) {}
                      @io.multishot.MultiShot
                      interface Packages<java> { TimeUnit unit(); java value(); }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  /** The name of the file of its longest class has 255 bytes, then. */
  @ParameterizedTest
  @EnumSource
  void channelName_canBeAsLongAsFileNamesAllow(CompilerUnderTest compiler) {
    String name = "A".repeat(255 - "$ViewHandler.class".length());
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Quote",
                    """
                    package example;
                    @io.multishot.MultiShot(name = "%s") record Quote(long price) {}
                    """
                        .formatted(name))))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void classOfJavaLang_isToldFromOneOfThePackage(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.Iterable", "package example; class Iterable {}"),
                forSourceString(
                    "example.Reply",
                    """
                    package example;
                    @io.multishot.MultiShot(type = java.lang.Iterable.class) interface Reply {}
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void qualifiedNamesInTheUnnamedPackage_areNotObscured(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("other.Receiver", "package other; public class Receiver {}"),
                forSourceString("Desk", "class Desk { static class Sender {} }"),
                forSourceString(
                    "Reply",
                    """
                    @io.multishot.MultiShot record Reply(Desk.Sender a, other.Receiver b) {}
                    """)))
        .succeededWithoutWarnings();
  }
}
