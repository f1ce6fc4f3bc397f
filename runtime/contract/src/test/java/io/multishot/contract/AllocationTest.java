package io.multishot.contract;

import io.multishot.Poll;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Values;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shot allocates nothing. */
@Tag("production")
final class AllocationTest extends ChannelTest {

  AllocationTest(Subject subject) {
    super(subject);
  }

  @Test
  void shots_aMillionInOneThread_allocateNothing() throws Exception {
    Channel channel = line.channel().views(); // to receive a record makes one
    Allocated.assertNothing(() -> cycle(channel, 1_000_000));
  }

  private static void cycle(Channel channel, int times) {
    for (int i = 0; i < times; i++) {
      require(channel.sendNumber(channel.sender(), Pooled.VALUES, i));
      require(channel.receiver().poll() == Poll.READY);
      require(channel.takeNumber() == channel.expected(Pooled.VALUES, i));
    }
  }

  /** Fails if a cycle did not come out as it should; a check that the compiler cannot remove. */
  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("a value was lost or changed");
    }
  }

  /** Values of which each reference is one of few. */
  private static final class Pooled extends Values {

    static final Pooled VALUES = new Pooled();

    private final String[] references = {"zero", "one", "two", "three", "four", "five", "six"};

    @Override
    protected long bits(long number, int part) {
      return number;
    }

    @Override
    protected <T> T reference(long bits, Class<T> type) {
      return type.cast(references[(int) (bits % references.length)]);
    }
  }
}
