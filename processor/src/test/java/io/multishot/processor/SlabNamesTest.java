package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in a declaration that mean something else in its slab. */
final class SlabNamesTest {

  @ParameterizedTest
  @EnumSource
  void classesOfThePackageNamedLikeThoseOfTheRuntime_areToldApart(CompilerUnderTest compiler) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name :
        List.of(
            "ApiLevel",
            "CheckReturnValue",
            "Copy",
            "Generated",
            "Handler",
            "Integer",
            "InterruptedException",
            "Long",
            "Nullable",
            "Objects",
            "Override",
            "Slab",
            "SlabHandler",
            "SlabId",
            "Throwable",
            "TimeUnit",
            "TimeoutException",
            "WaitPolicy")) {
      sources.add(forSourceString("example." + name, "package example; class " + name + " {}"));
    }
    sources.add(
        forSourceString(
            "example.Replies",
            """
            package example;
            import io.multishot.MultiShotSlab;
            class Replies {
              @MultiShotSlab(type = Handler.class, deadlines = true) interface OfHandler {}
              @MultiShotSlab(type = Slab.class, waitPolicy = io.multishot.WaitPolicy.PARK)
              interface OfSlab {}
              @MultiShotSlab(type = long.class, deadlines = true) interface OfLong {}
              @MultiShotSlab interface OfAll { Copy copy(); SlabId id(); long number(); }
              @MultiShotSlab record OfOthers(TimeUnit unit, Objects objects, float fee) {}
            }
            """));
    assertThat(compiler.compile(sources.toArray(new JavaFileObject[0]))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void partsNamedLikeNamesOfGeneratedCode_compile(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Parts",
                """
                package example;
                import io.multishot.MultiShotSlab;
                class Parts {
                  @MultiShotSlab interface Calls {
                    float Float(); double Double(); Long Long(); int[] Arrays(); int Objects();
                    String Slab(); int java(); String io(); boolean Boolean(); byte Slab_();
                  }
                  @MultiShotSlab interface Names {
                    long id(); int id_(); int slot(); int handler(); String copy(); int begun();
                    String value(); int part0(); int hash(); int that(); int other(); int none();
                    int taken(); int put(); int yield(); int timeout(); int unit(); int result();
                  }
                  @MultiShotSlab record Same(
                      int message, long id, String slot, int value, int part1, String handler,
                      float Float, int java, int result, int begun, int capacity, int seed) {}
                  @MultiShotSlab record Checked(int java, int Objects, int id, String slot) {
                    Checked {}
                  }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Parts_NamesSlab", "send(@SlabId long id__, long id, int id_, int");
    assertDeclares(compilation, "Parts_CallsSlab", "private String Slab__ = Slab.none();");
  }

  @ParameterizedTest
  @EnumSource
  void typeParametersNamedLikeNamesOfGeneratedCode_areToldApart(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.TimeUnit", "package example; class TimeUnit {}"),
                forSourceString(
                    "example.Hiding",
                    """
                    package example;
                    import io.multishot.MultiShotSlab;
                    class Hiding {
                      @MultiShotSlab
                      record Classes<Slab, SlabId, MultiShotGenerated, Handler>(
                          Slab a, SlabId b, MultiShotGenerated c, Handler d) {}
                      @MultiShotSlab(deadlines = true)
                      interface Others<Copy, SlabHandler, CheckReturnValue, Objects> {
                        Copy a(); SlabHandler b(); CheckReturnValue c(); Objects d(); float e();
                      }
                      @MultiShotSlab(name = "Own") interface Self<Own> { Own own(); }
                      @MultiShotSlab interface Packages<java, io> { TimeUnit unit(); java a(); io b(); }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void classesThatACopyInherits_areToldApart(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Fill",
                    """
                    package example;
                    @io.multishot.MultiShotSlab
                    interface Fill {
                      class Slab {}
                      class FillSlab {}
                      class Objects {}
                      class Long {}
                      int SIZE = 1;
                      Slab slab();
                      Objects objects();
                      long price();
                      Long boxed();
                      FillSlab own();
                      default int none() { return 0; }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void slabNamedLikeAClassOfTheRuntime_compiles(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Replies",
                    """
                    package example;
                    import io.multishot.MultiShotSlab;
                    class Replies {
                      @MultiShotSlab(type = long.class, name = "Slab") interface First {}
                      @MultiShotSlab(name = "SlabId") interface Second { String text(); }
                      @MultiShotSlab(name = "SlabHandler") record Third<T>(T value) {}
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void slabInTheUnnamedPackage_compiles(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "Fill", "@io.multishot.MultiShotSlab interface Fill { String text(); }")))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void payloadOfTheUnnamedPackageNamedLikeAClassInsideTheSlab_isRefused(
      CompilerUnderTest compiler) {
    JavaFileObject handler = forSourceString("Handler", "class Handler {}");
    JavaFileObject reply =
        forSourceString(
            "Reply", "\n@io.multishot.MultiShotSlab(type = Handler.class)\ninterface Reply {}");
    assertThat(compiler.compile(handler, reply))
        .hadErrorContaining("because the class Handler inside the slab hides it")
        .inFile(reply)
        .onLine(2);
  }

  /** The name of the file of its longest class has 255 bytes, then. */
  @ParameterizedTest
  @EnumSource
  void slabName_canBeAsLongAsFileNamesAllow(CompilerUnderTest compiler) {
    String name = "A".repeat(255 - "$Handler.class".length());
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Quote",
                    """
                    package example;
                    @io.multishot.MultiShotSlab(name = "%s") interface Quote { long price(); }
                    """
                        .formatted(name))))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void message_canHaveAsManyPartsAsSendHasParametersLeft(CompilerUnderTest compiler) {
    StringBuilder accessors = new StringBuilder();
    for (int i = 0; i < 126; i++) {
      accessors.append(i % 2 == 0 ? "long" : "double").append(" a").append(i).append("();");
    }
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Wide",
                "package example; @io.multishot.MultiShotSlab interface Wide {" + accessors + "}"));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.WideSlab")
        .contentsAsUtf8String()
        .doesNotContainMatch("(?m)^.{101}");
  }

  @ParameterizedTest
  @EnumSource
  void messageThatCarriesItsOwnSlab_isGenerated(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Jobs",
                """
                package example;
                import io.multishot.*;
                class Jobs {
                  @MultiShotSlab interface Job { Jobs_JobSlab replies(); long id(); }
                  @MultiShotSlab record Task(Jobs_TaskSlab.Handler next) {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation,
        "Jobs_JobSlab",
        "send(@SlabId long id_, example.Jobs_JobSlab replies, long id)");
  }

  @ParameterizedTest
  @EnumSource
  void messagesThatCarryEachOthersChannelsAndSlabs_areGenerated(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Calls",
                """
                package example;
                import io.multishot.*;
                class Calls {
                  @MultiShot record Request(long price, Calls_AnswerSlab answers) {}
                  @MultiShotSlab interface Answer {
                    Calls_RequestChannel.Sender next();
                    Calls_OtherSlab.Copy other();
                  }
                  @MultiShotSlab interface Other { String value(); Calls_AnswerSlab answers(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Calls_AnswerSlab", "Calls_OtherSlab.Copy other)");
  }
}
