package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.processor.MultiShotProcessor;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Declarations of which no processor hears. */
final class DeclarationsTest {

  private static final String INSIDE_CODE =
      """
      package misuse;
      import io.multishot.MultiShot;
      class Case {
        void method() {
          @MultiShot record Local(int a) {} // unseen
          @io.multishot.MultiShot(type = int.class) interface Qualified {} // unseen
          class Around { @MultiShot record Member(int a) {} } // unseen
          Runnable lambda = () -> { @MultiShot record InLambda(int a) {} }; // unseen
          @io.multishot.MultiShotSlab record OfSlab(int a) {} // unseen
          @io.multishot.MultiShotCall interface OfCall { int count(); } // unseen
        }
        Object anonymous = new Object() { @MultiShot record Inside(int a) {} }; // unseen
        enum Kind {
          ONE { @MultiShot record OfOne(int a) {} }; // unseen
        }
        { @MultiShot record InInitializer(int a) {} } // unseen
        @SuppressWarnings("multishot")
        void suppressed() { @MultiShot record Local(int a) {} }
      }
      """;

  @Test
  void declarationInsideCode_isTold() {
    assertEquals(Javac.marked(INSIDE_CODE), Javac.ids(compile(true, INSIDE_CODE)));
  }

  @Test
  void declarationInsideCode_isToldAlthoughItsChannelIsMissing() {
    String source =
        """
        package misuse;
        import io.multishot.MultiShot;
        class Case {
          void method() {
            @MultiShot record Local(int a) {} // unseen
            LocalChannel.Receiver receiver = LocalChannel.open();
          }
        }
        """;
    List<Diagnostic<? extends JavaFileObject>> told = new ArrayList<>(compile(true, source));
    assertTrue(told.removeIf(one -> one.getMessage(null).contains("LocalChannel")));
    assertEquals(Javac.marked(source), Javac.ids(told));
  }

  @Test
  void ownAnnotationOfThatName_isNone() {
    assertEquals(
        List.of(),
        compile(
            true,
            """
            package misuse;
            class Case {
              @interface MultiShot {}
              void method() { @MultiShot class Local {} }
            }
            """));
  }

  @Test
  void declarationWithoutProcessing_isToldWithTheSettingThatIsMissing() {
    String source =
        """
        package misuse;
        import io.multishot.MultiShot;
        import misuse.NamedByHand.Receiver;
        class Case {
          @MultiShot(type = long.class) interface Member {} // unprocessed
          class Deep { @MultiShot record Deeper(int a) {} } // unprocessed
          @SuppressWarnings("multishot") @MultiShot record Suppressed(int a) {}
          Case_MemberChannel.Receiver field;
        }
        @MultiShot(type = long.class, name = "NamedByHand") interface Named {} // unprocessed
        @MultiShot(type = long.class, name = "") interface Empty {} // unprocessed
        @io.multishot.MultiShotSlab(type = long.class) interface OfSlab {} // unprocessed
        @io.multishot.MultiShotSlab(type = int.class, name = "QuoteSlab") interface There {}
        @io.multishot.MultiShotCall interface OfCall { int count(); } // unprocessed
        @io.multishot.MultiShotCall(name = "PricingCall") interface ThereToo { int count(); }
        """;
    List<Diagnostic<? extends JavaFileObject>> told = new ArrayList<>(compile(false, source));
    assertTrue(told.removeIf(one -> one.getMessage(null).contains("package Case_MemberChannel")));
    assertTrue(told.removeIf(one -> one.getMessage(null).contains("package misuse.NamedByHand")));
    assertEquals(Javac.marked(source), Javac.ids(told));
    assertTrue(told.toString().contains("OfSlabSlab, the slab of OfSlab,"), told::toString);
    assertTrue(told.toString().contains("OfCallCall, the call of OfCall,"), told::toString);
    String text = told.get(0).getMessage(null);
    for (String word :
        List.of("Channel", "annotationProcessorPaths", "annotationProcessor(", "-proc:full")) {
      assertTrue(text.contains(word), text);
    }
  }

  @Test
  void declarationWithoutProcessing_isNotToldIfTheChannelIsThere() {
    assertEquals(
        List.of(),
        compile(
            false,
            """
            package misuse;
            @io.multishot.MultiShot(type = long.class)
            interface Price {}
            @io.multishot.MultiShot(type = int.class, name = "CountChannel")
            interface Number {}
            """));
  }

  private static List<Diagnostic<? extends JavaFileObject>> compile(
      boolean isProcessed, String source) {
    List<Processor> processors = isProcessed ? List.of(new MultiShotProcessor()) : List.of();
    List<String> options = isProcessed ? List.of() : List.of("-proc:none");
    return Javac.compile(List.of(), options, processors, forSourceString("misuse.Case", source));
  }
}
