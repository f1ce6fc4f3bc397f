package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Misuse;
import io.multishot.MisuseListener;
import io.multishot.MultiShots;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How checked mode is switched on, and where it tells of misuse. */
final class CheckedModeTest {

  @ParameterizedTest(name = "{0} {1}")
  @Tag("forks")
  @Tag("production") // once is enough
  @CsvSource({
    "-da, '', checked: false",
    "-ea, '', checked: true",
    "-ea:io.multishot..., '', checked: true",
    "-ea:com.acme..., '', checked: false",
    "-ea, off, checked: false",
    "-da, on, checked: true",
    "-da, places, 'checked: true, all places'",
    "-da, ' on ', checked: true",
    "-da, yes, 'must be off, on or places, and is \"yes\": taken for off'",
    "-ea, OFF, 'must be off, on or places, and is \"OFF\": taken for on'",
    "-da, yes, checked: false",
    "-ea, OFF, checked: true",
  })
  void setting_isReadAsTold(String assertions, String setting, String expected) throws Exception {
    List<String> options = new ArrayList<>(List.of(assertions));
    if (!setting.isEmpty()) {
      options.add("-Dio.multishot.checked=" + setting);
    }
    ForkedJvm jvm = ForkedJvm.run(TellMode.class, options);
    jvm.assertSucceeded();
    assertTrue(jvm.output().contains(expected), jvm.output());
    assertEquals(expected.endsWith("all places"), jvm.output().contains("all places"));
  }

  /** Prints what mode it runs in. */
  static final class TellMode {
    private TellMode() {}

    /** Opens a channel, which must work whatever the setting. */
    @SuppressWarnings("multishot") // what it tests
    public static void main(String[] args) {
      LongChannel.Receiver receiver = LongChannel.open();
      for (int shot = 0; shot < 1500; shot++) {
        receiver.sender().close();
      }
      LongChannel.Sender sender = receiver.sender();
      sender.close();
      String places = "";
      try {
        sender.send(1);
        throw new AssertionError("a second use passes");
      } catch (IllegalStateException e) {
        places = e.getCause() != null ? ", all places" : "";
      }
      System.out.println("checked: " + MultiShots.isChecked() + places);
    }
  }

  @Test
  @Tag("checked")
  void misuse_isLoggedOnce() {
    List<LogRecord> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("io.multishot");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            if (record.getMessage().contains(LongChannel.class.getName())) {
              logged.add(record);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    LongChannel.Receiver receiver = LongChannel.open();
    LongChannel.Sender sender = receiver.sender();
    sender.close();
    logger.setLevel(Level.WARNING);
    logger.addHandler(handler);
    try {
      assertFalse(isSent(sender));
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).getThrown() instanceof IllegalStateException);
  }

  /** What a listener throws changes nothing for whoever is told. */
  @Test
  @Tag("checked")
  void listener_thatThrows_isReportedAndChangesNothing() {
    LongChannel.Sender sender = LongChannel.open().sender();
    sender.close();
    RuntimeException thrown = new RuntimeException();
    MisuseListener listener =
        misuse -> {
          throw thrown;
        };
    MultiShots.addMisuseListener(listener);
    try {
      assertEquals(
          List.of(thrown), TestThreads.catchingUncaught(() -> assertFalse(isSent(sender))));
    } finally {
      MultiShots.removeMisuseListener(listener);
    }
  }

  /** Or it would be told of its own for ever. */
  @Test
  @Tag("checked")
  void listener_thatMisusesAChannelItself_isNotToldOfThat() {
    LongChannel.Sender sender = LongChannel.open().sender();
    sender.close();
    List<Misuse> found = new ArrayList<>();
    MisuseListener listener =
        misuse -> {
          found.add(misuse);
          assertFalse(isSent(sender));
        };
    MultiShots.addMisuseListener(listener);
    try {
      assertFalse(isSent(sender));
      assertFalse(isSent(sender));
    } finally {
      MultiShots.removeMisuseListener(listener);
    }
    assertEquals(2, found.size());
  }

  private static boolean isSent(LongChannel.Sender sender) {
    try {
      return sender.send(1);
    } catch (IllegalStateException told) {
      return false;
    }
  }
}
