package io.multishot.contract;

import io.multishot.fixtures.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where code of a user is run in the middle of an operation, each with its row in the table. */
enum Inside {
  WAKER_OF_SEND("the waker, in send"),
  WAKER_OF_FAIL("the waker, in fail"),
  WAKER_OF_CLOSE("the waker, in the sender's close"),
  GROUP_WAKER("a group's waker, in send"),
  HANDLER_OF_VALUE("the handler, in send"),
  HANDLER_OF_FAILURE("the handler, in fail"),
  HANDLER_AT_ONCE("the handler, in onReceive"),
  HANDLER_INLINE("the handler, by an executor that runs it at once"),
  EXECUTOR("an executor, before it refuses"),
  FUTURE_OF_VALUE("what depends on the future, in send"),
  FUTURE_OF_RENEW("what depends on the future, in renew"),
  FUTURE_OF_WITHDRAW("what depends on the future, in withdraw"),
  ABANDONED_BY_RENEW("the abandoned sender's waker, in renew"),
  ABANDONED_BY_CLOSE("the abandoned sender's waker, in the receiver's close"),
  ABANDONED_BY_CANCEL("the abandoned sender's waker, in cancel"),
  ABANDONED_ALREADY("the abandoned sender's waker, in onAbandoned");

  /** The name of its row. */
  final String row;

  Inside(String row) {
    this.row = row;
  }

  /** The receiver must not be used there. */
  boolean isOfTheSenderOnly() {
    return name().startsWith("ABANDONED");
  }

  /** Performs the operation in which {@code code} is run; returns what came of it. */
  String run(Position position, Runnable code) {
    Line line = position.line();
    if (this == HANDLER_AT_ONCE) {
      position.arm();
      position.send();
      line.onReceive(handler(code));
      return "done";
    }
    position.arm();
    return switch (this) {
      case WAKER_OF_SEND -> {
        line.poll(code::run);
        yield position.send();
      }
      case WAKER_OF_FAIL -> {
        line.poll(code::run);
        yield position.fail();
      }
      case WAKER_OF_CLOSE -> {
        line.poll(code::run);
        yield position.closeSender();
      }
      case GROUP_WAKER -> {
        position.group().pollAny(code::run);
        yield position.send();
      }
      case HANDLER_OF_VALUE -> {
        line.onReceive(handler(code));
        yield position.send();
      }
      case HANDLER_OF_FAILURE -> {
        line.onReceive(handler(code));
        yield position.fail();
      }
      case HANDLER_INLINE -> {
        line.onReceive(handler(code), Runnable::run);
        yield position.send();
      }
      case EXECUTOR -> {
        line.onReceive(
            handler(() -> {}),
            task -> {
              code.run();
              throw new IllegalStateException("refused");
            });
        yield position.send();
      }
      case FUTURE_OF_VALUE -> {
        hear(line, code);
        yield position.send();
      }
      case FUTURE_OF_RENEW -> {
        hear(line, code);
        yield position.renew();
      }
      case FUTURE_OF_WITHDRAW -> {
        hear(line, code);
        yield position.withdraw();
      }
      case ABANDONED_BY_RENEW -> {
        position.held().onAbandoned(code::run);
        yield position.renew();
      }
      case ABANDONED_BY_CLOSE -> {
        position.held().onAbandoned(code::run);
        yield position.closeReceiver();
      }
      case ABANDONED_BY_CANCEL -> {
        position.held().onAbandoned(code::run);
        yield String.valueOf(line.toFuture().cancel(true));
      }
      case ABANDONED_ALREADY -> {
        position.closeReceiver();
        position.held().onAbandoned(code::run);
        yield "done";
      }
      case HANDLER_AT_ONCE -> throw new AssertionError("above");
    };
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what the code throws is of no interest to it
  private static void hear(Line line, Runnable code) {
    line.toFuture().whenComplete((value, thrown) -> code.run());
  }

  private static Handler handler(Runnable code) {
    return new Handler() {
      @Override
      public void received(@Nullable Object value) {
        code.run();
      }

      @Override
      public void failed(Throwable failure) {
        code.run();
      }
    };
  }

  static List<Operation> operations() {
    return List.of(
        Operation.POLL,
        Operation.POLL_WAKER,
        Operation.TAKE,
        Operation.DROP,
        Operation.SENDER,
        Operation.RENEW,
        Operation.CLOSE,
        Operation.ON_RECEIVE,
        Operation.TO_FUTURE,
        Operation.WITHDRAW,
        Operation.SEND,
        Operation.FAIL,
        Operation.CLOSE_SENDER,
        Operation.ON_ABANDONED);
  }
}
