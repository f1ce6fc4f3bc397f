package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.fixtures.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A virtual thread that waits does not pin its carrier: the flight recorder tells if one does. */
@Tag("production")
final class PinningTest {

  private static final ParkingLongChannel.Receiver RECEIVER = ParkingLongChannel.open();

  @BeforeEach
  void skipUnlessThereAreVirtualThreads() {
    assumeTrue(Threads.VIRTUAL.areSupported(), "virtual threads came with Java 21");
  }

  @Test
  void wait_ofAVirtualThread_doesNotPinItsCarrier() throws Exception {
    List<RecordedEvent> pinned =
        pinnedBy(() -> Subjects.waitPolicies().forEach(subject -> waitInEveryWay(subject.line())));
    assertEquals(List.of(), pinned);
  }

  /** Without this, the test above might look for what cannot be found. */
  @Test
  void wait_insideAClassInitializer_isSeenToPin() throws Exception {
    ParkingLongChannel.Sender sender = RECEIVER.sender();
    List<RecordedEvent> pinned =
        pinnedBy(
            () -> {
              try (TestThreads threads = new TestThreads()) {
                Thread waiting = threads.startVirtual(() -> assertEquals(7, Initialized.value()));
                TestThreads.awaitParked(waiting);
                sender.send(7);
              }
            });
    assertNotEquals(List.of(), pinned);
  }

  private static void waitInEveryWay(Line line) {
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    List<TestThreads.Task> waits =
        List.of(
            line::receive,
            line::receiveUninterruptibly,
            () -> line.receive(1, TimeUnit.DAYS),
            () -> line.receiver().await(),
            group::awaitAny,
            group::awaitAll);
    for (TestThreads.Task wait : waits) {
      MultiShotSender sender = line.sender();
      try (TestThreads threads = new TestThreads()) {
        Thread waiting = threads.startVirtual(wait);
        TestThreads.awaitWaiting(waiting);
        line.send(sender, line.value());
      }
    }
  }

  /** Runs a task, and returns where a thread was pinned below a method of ours meanwhile. */
  private static List<RecordedEvent> pinnedBy(Runnable task) throws IOException {
    Path file = Files.createTempFile("pinned", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
      recording.start();
      task.run();
      recording.stop();
      recording.dump(file);
      return pinnedByUs(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<RecordedEvent> pinnedByUs(Path file) throws IOException {
    List<RecordedEvent> found = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getStackTrace().getFrames().stream()
          .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("io.multishot.M"))) {
        found.add(event);
      }
    }
    return found;
  }

  /** Its initializer waits, below a frame that is not Java's. */
  private static final class Initialized {
    private static final long VALUE = RECEIVER.receiveUninterruptibly();

    private Initialized() {}

    static long value() {
      return VALUE;
    }
  }
}
