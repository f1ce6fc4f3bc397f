package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.Misuse;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In checked mode a view shows its own message, and no other ever. */
@Tag("checked")
final class CheckedViewTest extends ChannelTest {

  CheckedViewTest(Subject subject) {
    super(subject);
  }

  @Test
  void view_ofAnEarlierMessage_isToldForEver() {
    line.send(line.sender(), line.value());
    Supplier<Object> view = Views.of(line.receiver());
    if (view == null) {
      return; // a kind of channel without views
    }
    line.take();
    assertEquals(Views.firstPart(requireNonNull(line.value())), view.get());
    for (int later = 0; later < 3; later++) {
      line.sender().close();
      assertTold(view);
      line.send(line.sender(), line.otherValue());
      assertTold(view);
      line.take();
      assertTold(view);
    }
    line.receiver().close();
    assertTold(view);
  }

  private void assertTold(Supplier<Object> view) {
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      assertThrows(IllegalStateException.class, view::get);
      assertEquals(List.of(Misuse.Kind.OUTDATED_VIEW), recorder.kinds());
    }
  }
}
