package io.multishot.faults.trial;

import io.multishot.ReceiverGroup;

/** A way to wait for the outcome of an open shot. */
enum Use {
  POLLING,
  A_WAKER,
  A_HANDLER,
  A_HANDLER_WITH_A_QUEUE,
  A_FUTURE,
  A_GROUP,
  A_THREAD;

  /** What is registered, and who has been told when the outcome is there. */
  static final class Registered {
    private final Bell bell = new Bell();
    private boolean isBellRung;

    /** Whether it was woken, if it is a waker. */
    boolean isWoken() {
      return !isBellRung || bell.runs == 1;
    }
  }

  Registered register(Setting setting, Reply reply) {
    Registered registered = new Registered();
    switch (this) {
      case POLLING -> {}
      case A_WAKER -> {
        setting.receiver.poll(registered.bell);
        registered.isBellRung = true;
      }
      case A_HANDLER -> setting.channel.onReceive(new Listener(setting, reply));
      case A_HANDLER_WITH_A_QUEUE ->
          setting.channel.onReceive(new Listener(setting, reply), setting.tasks);
      case A_FUTURE -> setting.promise();
      case A_GROUP -> {
        ReceiverGroup.of(setting.receiver).pollAny(registered.bell);
        registered.isBellRung = true;
      }
      case A_THREAD ->
          setting.waiting =
              Waiting.start(
                  () -> {
                    setting.channel.receive();
                    setting.tell(reply, setting.seen());
                  });
    }
    return registered;
  }

  /** Whether it is told of the outcome, and need not look. */
  boolean isTold() {
    return switch (this) {
      case POLLING, A_WAKER, A_GROUP -> false;
      case A_HANDLER, A_HANDLER_WITH_A_QUEUE, A_FUTURE, A_THREAD -> true;
    };
  }
}
