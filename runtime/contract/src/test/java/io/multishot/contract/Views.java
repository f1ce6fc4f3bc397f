package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.MultiShotReceiver;
import io.multishot.contract.Declarations.Fill;
import io.multishot.contract.Declarations.Reply;
import io.multishot.contract.Declarations.Tick;
import io.multishot.contract.Declarations.Trade;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Views of messages, each reduced to reading one part of it. */
final class Views {

  private Views() {}

  /** Looks at the value that is there; {@code null} for a kind of channel without views. */
  static @Nullable Supplier<Object> of(MultiShotReceiver receiver) {
    if (receiver instanceof FillChannel.Receiver fills) {
      Fill view = fills.peek();
      return view::orderId;
    }
    if (receiver instanceof TradeChannel.Receiver trades) {
      TradeChannel.View view = trades.peekView();
      return view::orderId;
    }
    if (receiver instanceof UnpaddedTickChannel.Receiver ticks) {
      UnpaddedTickChannel.View view = ticks.peekView();
      return view::price;
    }
    if (receiver instanceof ReplyChannel.Receiver<?> replies) {
      Reply<?> view = replies.peek();
      return () -> requireNonNull(view.value());
    }
    return null;
  }

  /** What that reads of a message. */
  static Object firstPart(Object message) {
    if (message instanceof Fill fill) {
      return fill.orderId();
    }
    if (message instanceof Trade trade) {
      return trade.orderId();
    }
    if (message instanceof Tick tick) {
      return tick.price();
    }
    return requireNonNull(((Reply<?>) message).value());
  }
}
