package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/** Where the fields of a channel lie in memory, in bytes. */
final class LayoutTest {

  private static final int CACHE_LINE = 64;

  static Stream<Class<?>> paddedSenders() {
    return Stream.of(
        BooleanChannel.Sender.class,
        ByteChannel.Sender.class,
        ShortChannel.Sender.class,
        CharChannel.Sender.class,
        IntChannel.Sender.class,
        LongChannel.Sender.class,
        FloatChannel.Sender.class,
        DoubleChannel.Sender.class,
        ObjectChannel.Sender.class);
  }

  @ParameterizedTest
  @MethodSource("paddedSenders")
  void stateAndPayloadLieTogetherAndApartFromAllElse(Class<?> sender) {
    ClassLayout layout = ClassLayout.parseClass(sender);
    List<FieldLayout> hot =
        layout.fields().stream()
            .filter(field -> List.of("state", "number", "value").contains(field.name()))
            .sorted(Comparator.comparing(FieldLayout::offset))
            .toList();
    long start = hot.get(0).offset();
    long end = hot.get(2).offset() + hot.get(2).size();
    assertTrue(end - start <= 24, layout::toPrintable);
    assertTrue(start - layout.headerSize() >= 2 * CACHE_LINE, layout::toPrintable);
    assertTrue(layout.instanceSize() - end >= 2 * CACHE_LINE, layout::toPrintable);
  }

  @Test
  void anUnpaddedChannelOfLongsIsAtMost64Bytes() {
    assertSize(64, UnpaddedLongChannel.Receiver.class, UnpaddedLongChannel.Sender.class);
  }

  @Test
  void aPaddedChannelOfLongsIsAtMost400Bytes() {
    assertSize(400, LongChannel.Receiver.class, LongChannel.Sender.class);
  }

  private static void assertSize(long most, Class<?> receiver, Class<?> sender) {
    ClassLayout receiverLayout = ClassLayout.parseClass(receiver);
    ClassLayout senderLayout = ClassLayout.parseClass(sender);
    long size = receiverLayout.instanceSize() + senderLayout.instanceSize();
    assertTrue(
        size <= most,
        () -> size + " bytes\n" + receiverLayout.toPrintable() + senderLayout.toPrintable());
  }
}
