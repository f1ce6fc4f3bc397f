package io.multishot.processor.misuse;

import org.jspecify.annotations.Nullable;

/**
 * The methods of receivers, senders, shots, calls and slabs that the check knows, by their names.
 * Those that take a message or its view, or the answer of one method of several, have a name for
 * each.
 */
enum Operation {
  OPEN("open", null),
  SENDER("sender", null),
  RENEW("renew", null),
  ASK("ask", null),
  REQUEST("request", null),
  TRY_SENDER(
      "trySender",
      "If it armed the sender, only this call could tell: keep the sender, or call sender()"),
  TO_FUTURE("toFuture", "Keep the future, or do not make one"),
  PEEK("peek", "To discard an outcome call drop(); to end the shot, take%s()"),
  TAKE("take", null),
  TAKE_VIEW("takeView", null),
  RECEIVE("receive", null),
  RECEIVE_UNINTERRUPTIBLY("receiveUninterruptibly", null),
  RECEIVE_VIEW("receiveView", null),
  RECEIVE_VIEW_UNINTERRUPTIBLY("receiveViewUninterruptibly", null),
  FAILURE("failure", "To discard an outcome call drop()"),
  AWAIT("await", null),
  POLL("poll", null),
  ON_RECEIVE("onReceive", null),
  WITHDRAW("withdraw", null),
  ABANDON("abandon", null),
  ACQUIRE("acquire", null),
  TRY_ACQUIRE("tryAcquire", null),
  SEND("send", null),
  SERVE("serve", null),
  FAIL("fail", null),
  CLOSE("close", null),
  SEND_FROM("sendFrom", null),
  SHOT("shot", "Keep the shot, as the resource of a try statement, or use the sender itself"),
  AWAIT_REQUEST("awaitRequest", null),
  POLL_REQUEST("pollRequest", null),
  ON_ABANDONED("onAbandoned", null),
  IS_ABANDONED("isAbandoned", "Stop working if it is true, or call onAbandoned(waker)");

  private final String method;

  /** What to do instead of throwing the result away; {@code null} if that is no mistake. */
  private final @Nullable String remedy;

  Operation(String method, @Nullable String remedy) {
    this.method = method;
    this.remedy = remedy;
  }

  String method() {
    return method;
  }

  /**
   * Returns the remedy, where a method is called.
   *
   * @param called its name, which may be longer than the operation's
   */
  @Nullable String remedy(String called) {
    return remedy == null ? null : remedy.formatted(called.substring(method.length()));
  }

  /** The same for a slab. */
  @Nullable String slabRemedy() {
    if (this == ACQUIRE || this == TRY_ACQUIRE) {
      return "The slot is in use until its shot is over: keep the id";
    }
    if (this == FAILURE) {
      return "To discard an outcome call abandon(id)";
    }
    return this == TO_FUTURE ? remedy : null;
  }

  /** Whether it leaves a sender, or an id, to somebody who may have to give it back. */
  boolean leaves() {
    return this == SEND_FROM || this == ON_RECEIVE || this == TO_FUTURE;
  }

  /** Whether a slab's id names no shot after it. */
  boolean endsId() {
    return this == TAKE || this == RECEIVE || this == RECEIVE_UNINTERRUPTIBLY || this == ABANDON;
  }

  /** Whether it is for the owner of an id, and of no use where the id is ended, or left. */
  boolean needsId() {
    return this == AWAIT
        || this == ON_RECEIVE
        || this == TO_FUTURE
        || (endsId() && this != ABANDON);
  }

  /** Whether it arms a sender, or asks for one; of a closed receiver it throws. */
  boolean armsOrFails() {
    return this == SENDER || this == RENEW || this == ASK;
  }

  /** Whether it is called at a seat only. */
  boolean waitsForRequest() {
    return this == AWAIT_REQUEST || this == POLL_REQUEST;
  }

  /** Whether a shot, a sender or a request is consumed by it. */
  boolean consumes() {
    return this == SEND || this == SERVE || this == FAIL || this == CLOSE || this == SEND_FROM;
  }

  /** Whether it returns what a shot has carried. */
  boolean receives() {
    return compareTo(PEEK) >= 0 && compareTo(RECEIVE_VIEW_UNINTERRUPTIBLY) <= 0;
  }
}
