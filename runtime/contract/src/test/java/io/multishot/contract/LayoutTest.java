package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/** Where the fields of a channel lie in memory, in bytes. */
@Tag("production")
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
  void paddedSender_keepsStateAndPayloadTogetherAndApartFromAllElse(Class<?> sender) {
    ClassLayout layout = ClassLayout.parseClass(sender);
    List<FieldLayout> hot =
        layout.fields().stream()
            .filter(
                field ->
                    List.of("state", "sequence", "abandonWaker", "value").contains(field.name()))
            .sorted(Comparator.comparing(FieldLayout::offset))
            .toList();
    long start = hot.get(0).offset();
    assertEquals(4, hot.size(), layout::toPrintable);
    long end = hot.get(3).offset() + hot.get(3).size();
    assertTrue(end - start <= 24, layout::toPrintable);
    assertTrue(start - layout.headerSize() >= 2 * CACHE_LINE, layout::toPrintable);
    assertTrue(layout.instanceSize() - end >= 2 * CACHE_LINE, layout::toPrintable);
  }

  /**
   * Four fields of 24 bytes beside the state, the sequence and what the view needs; and a question
   * of 12 bytes and an answer of 8.
   */
  @ParameterizedTest
  @ValueSource(classes = {FillChannel.Sender.class, PricingCall.Request.class})
  void paddedSenderOfSeveralFields_fitsOneCacheLineAndWastesUnder8Bytes(Class<?> sender) {
    ClassLayout layout = ClassLayout.parseClass(sender);
    List<FieldLayout> hot =
        layout.fields().stream()
            .filter(field -> !field.name().matches("[bp][a-z]*[0-9]+|gap"))
            .sorted(Comparator.comparing(FieldLayout::offset))
            .toList();
    FieldLayout first = hot.get(0);
    FieldLayout last = hot.get(hot.size() - 1);
    long span = last.offset() + last.size() - first.offset();
    long used = hot.stream().mapToLong(FieldLayout::size).sum();
    assertTrue(span <= CACHE_LINE, layout::toPrintable);
    assertTrue(span - used < Long.BYTES, layout::toPrintable);
    assertTrue(first.offset() - layout.headerSize() >= 2 * CACHE_LINE, layout::toPrintable);
    assertTrue(
        layout.instanceSize() - last.offset() - last.size() >= 2 * CACHE_LINE, layout::toPrintable);
  }

  /** A byte, a char and a long. */
  @Test
  void unpaddedSender_ofSmallParts_isAtMost48Bytes() {
    ClassLayout layout = ClassLayout.parseClass(UnpaddedTickChannel.Sender.class);
    assertTrue(layout.instanceSize() <= 48, layout::toPrintable);
  }

  @Test
  void unpaddedChannelOfLongs_isAtMost64Bytes() {
    assertSize(64, UnpaddedLongChannel.Receiver.class, UnpaddedLongChannel.Sender.class);
  }

  @Test
  void paddedChannelOfLongs_isAtMost400Bytes() {
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
