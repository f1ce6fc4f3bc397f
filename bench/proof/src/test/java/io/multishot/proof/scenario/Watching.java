package io.multishot.proof.scenario;

import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CompletableFuture;

/** Abandon wakers: what they may do, and that none runs behind the operation that took it back. */
final class Watching {

  private Watching() {}

  /**
   * The waker begins no more, and has ended, when the sender's last operation has returned; of
   * those that were replaced none is run twice.
   */
  abstract static class WhatIsOverInTheEnd extends OneChannel implements Waiting {
    private final Mailbox<String> steps = new Mailbox<>();
    private final int[] told = {0, 0, 0};
    private boolean isOver;

    abstract void end();

    int wakers() {
      return 1;
    }

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            for (int i = 0; i < wakers(); i++) {
              int which = i;
              sender.onAbandoned(() -> tell(which));
            }
            end();
            isOver = true;
          });
      actors.add("receiver", () -> receiver.renew());
      actors.atEnd(
          () -> {
            for (int times : told) {
              check(times <= 1, "run once at most");
            }
            check(!isSent || told[wakers() - 1] == 0, "told, and sent");
            return isSent + " " + told[0] + told[1] + told[2];
          });
    }

    private void tell(int which) {
      check(!isOver, "begins after the end");
      steps.put("in the middle of it");
      check(!isOver, "goes on after the end");
      told[which]++;
    }
  }

  static final class WhatIsOverAfterSend extends WhatIsOverInTheEnd {
    @Override
    void end() {
      isSent = sender.send(VALUE);
    }
  }

  static final class WhatIsOverAfterSendThoughReplacedTwice extends WhatIsOverInTheEnd
      implements Wide {
    @Override
    void end() {
      isSent = sender.send(VALUE);
    }

    @Override
    int wakers() {
      return 3;
    }
  }

  static final class WhatIsOverAfterFail extends WhatIsOverInTheEnd {
    @Override
    void end() {
      isSent = sender.fail(new IllegalStateException());
    }
  }

  static final class WhatIsOverAfterClose extends WhatIsOverInTheEnd implements Wide {
    @Override
    void end() {
      sender.close();
    }
  }

  static final class WhatIsOverAfterCloseOfWhatIsLeft extends WhatIsOverInTheEnd implements Wide {
    @Override
    void end() {
      sender.sendFrom(new CompletableFuture<>());
      sender.close();
    }
  }

  static final class WhatIsOverAfterTheShotIsClosed extends WhatIsOverInTheEnd implements Wide {
    private final LongChannel.Shot shot = sender.shot();

    @Override
    void end() {
      shot.close();
    }
  }

  /** It does not wait for itself. */
  static final class ByAWakerThatSends extends OneChannel implements Waiting {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () ->
              sender.onAbandoned(
                  () -> {
                    isSent = sender.send(VALUE);
                    told.wake();
                  }));
      actors.add("receiver", receiver::close);
      actors.atEnd(
          () -> {
            check(!isSent, "in vain");
            checkEquals(1, told.times);
            return isSent;
          });
    }
  }

  /** The waker of an earlier owner of the sender. */
  static final class AfterTheSenderWasHandedOn extends OneChannel implements Waiting, Wide {
    private final Mailbox<LongChannel.Sender> handedOn = new Mailbox<>();
    private final Count told = new Count();
    private boolean isOver;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            sender.onAbandoned(
                () -> {
                  check(!isOver, "begins after the end");
                  told.wake();
                });
            handedOn.put(sender);
          });
      actors.add(
          "next owner",
          () -> {
            isSent = handedOn.take().send(VALUE);
            isOver = true;
          });
      actors.add("receiver", receiver::close);
      actors.atEnd(
          () -> {
            check(told.times == 0 || !isSent, "told, and sent");
            return isSent + " " + told.times;
          });
    }
  }
}
