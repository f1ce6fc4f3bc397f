package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels, and suppression. */
final class SettingsTest {

  private static final String TWICE =
      """
      package misuse;
      class Case {
        void m(PriceChannel.Sender s) {
          s.send(1);
          s.send(2);
        }
        class Other {}
      }
      class Another {}
      """;

  @ParameterizedTest
  @CsvSource({"warn, WARNING", "error, ERROR"})
  void level_isTheKindOfTheMessage(String level, Diagnostic.Kind kind) {
    List<Diagnostic<? extends JavaFileObject>> told = Javac.told(List.of(level), TWICE);
    assertEquals(1, told.size());
    assertEquals(kind, told.get(0).getKind());
    assertEquals(
        "[multishot-consumed] this sender was consumed by send() in line 4: after that it belongs"
            + " to the receiver, which may have armed it for somebody else. Take the next one from"
            + " sender(), or assign the variable anew",
        told.get(0).getMessage(null));
  }

  @Test
  void level_isWarnByDefault() {
    assertEquals(Level.WARN, Settings.of(List.of(), null).level());
    assertEquals(Diagnostic.Kind.WARNING, Javac.told(List.of(), TWICE).get(0).getKind());
  }

  @Test
  void off_isSilent() {
    assertEquals(List.of(), Javac.told(List.of("off"), TWICE));
  }

  @Test
  void argument_winsOverTheProperty() {
    assertEquals(Level.ERROR, Settings.of(List.of("error"), "off").level());
    assertEquals(Level.OFF, Settings.of(List.of(), "off").level());
    assertEquals(List.of(), Settings.of(List.of("error"), "off").mistakes());
  }

  @Test
  void wrongWord_isOneError() {
    List<Diagnostic<? extends JavaFileObject>> told = Javac.told(List.of("loud"), TWICE);
    assertEquals(
        List.of(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING),
        told.stream().map(Diagnostic::getKind).toList());
    assertEquals(
        "[multishot-level] \"loud\" is no level of the misuse check, in -Xplugin:\"MultiShot\":"
            + " the levels are off, warn and error",
        told.get(0).getMessage(null));
    assertEquals(1, Settings.of(List.of("off"), "Warn").mistakes().size());
    assertTrue(
        Settings.of(List.of(), "Warn").mistakes().get(0).contains("property io.multishot.misuse"));
    assertEquals(1, Settings.of(List.of("warn", "error"), null).mistakes().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g:none", "-g:source,vars"})
  void debugInformation_isNotNeeded(String option) {
    String source = TWICE.replaceFirst("\n", "\r\n").replaceFirst("\n  void", "\r  void");
    List<Diagnostic<? extends JavaFileObject>> told =
        Javac.compile(
            List.of(),
            List.of("-proc:none", option),
            List.of(),
            forSourceString("misuse.Case", source));
    assertEquals("  5 consumed", Javac.ids(told));
    String message = told.get(0).getMessage(null);
    assertTrue(message.contains(" was consumed by send() in line 4: "), message);
  }

  @Test
  void suppressWarnings_silencesADeclaration() {
    Javac.check(
        """
        static final String WORD = "multishot";
        @SuppressWarnings("multishot")
        void method(PriceChannel.Sender s) { s.send(1); s.send(2); }
        @SuppressWarnings({"unused", "all"})
        void all(PriceChannel.Sender s) { s.send(1); s.send(2); }
        @SuppressWarnings(value = WORD)
        void constant(PriceChannel.Sender s) { s.send(1); s.send(2); }
        @SuppressWarnings("unchecked")
        void other(PriceChannel.Sender s) { s.send(1); s.send(2); } // consumed
        @SuppressWarnings("multishot")
        Case(PriceChannel.Sender s) { s.send(1); s.send(2); }
        void parameter(@SuppressWarnings("multishot") PriceChannel.Sender s,
            PriceChannel.Sender t) {
          s.send(1); s.send(2);
          t.send(1); t.send(2); // consumed
        }
        void local(PriceChannel.Sender s, PriceChannel.Receiver r) {
          s.send(1);
          @SuppressWarnings("multishot") boolean sent = s.send(2);
          @SuppressWarnings("multishot") PriceChannel.Sender t = r.sender();
          t.send(1); t.send(2);
          t.isAbandoned();
          s.send(3); // consumed
        }
        void pattern(Object o, Object p) {
          if (o instanceof @SuppressWarnings("multishot") PriceChannel.Sender s) {
            s.send(1); s.send(2);
          }
          if (p instanceof PriceChannel.Sender t) {
            t.send(1); t.send(2); // consumed
          }
        }
        @SuppressWarnings("multishot") Runnable field = () -> { PriceChannel.Sender s = made();
            s.send(1); s.send(2); };
        PriceChannel.Sender made() { return null; }
        @SuppressWarnings("multishot")
        static class Nested {
          void m(PriceChannel.Sender s) { s.send(1); s.send(2); }
          class Inner { void m(PriceChannel.Sender s) { s.send(1); s.send(2); } }
        }
        void inside(PriceChannel.Sender s) {
          @SuppressWarnings("multishot")
          class Local { void m() { s.send(1); s.send(2); } }
          Object o = new Object() {
            @SuppressWarnings("multishot") void m() { s.send(1); s.send(2); }
            void n() { s.send(1); s.send(2); } // consumed
          };
        }
        """);
  }
}
