package io.multishot.contract;

import java.util.List;
import java.util.function.Predicate;

/** What the owners of a channel can do, each with its column in {@code STATES.md}. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas, none of which holds anything
enum Operation {
  SENDER("Arming", "sender()", "Receiver.sender()", Position::arm),
  TRY_SENDER("Arming", "trySender()", "Receiver.trySender()", Position::tryArm),
  RENEW("Arming", "renew()", "Receiver.renew()", Position::renew),

  POLL("Looking", "poll()", "Receiver.poll()", Position::poll),
  POLL_WAKER("Looking", "poll(waker)", "Receiver.poll(Waker)", Position::pollWithWaker),
  PEEK("Looking", "peek()", "Receiver.peek()", Position::peek),
  TAKE("Looking", "take()", "Receiver.take()", Position::take),
  FAILURE("Looking", "failure()", "Receiver.failure()", Position::failure),
  VIEW("Looking", "a view's part", "View.part()", Position::readView, Position::hasView),
  TEXT("Looking", "toString()", "Receiver.toString()", Position::receiverText),

  RECEIVE("Waiting", "receive()", "Receiver.receive()", Position::receive),
  RECEIVE_UNINTERRUPTIBLY(
      "Waiting",
      "receiveUninterruptibly()",
      "Receiver.receiveUninterruptibly()",
      Position::receiveUninterruptibly),
  RECEIVE_A_DAY(
      "Waiting",
      "receive(1, DAYS)",
      "Receiver.receive(long, TimeUnit)",
      position -> position.receiveWithin(1)),
  RECEIVE_AT_ONCE(
      "Waiting",
      "receive(0, DAYS)",
      "Receiver.receive(long, TimeUnit)",
      position -> position.receiveWithin(0)),
  RECEIVE_INTERRUPTED(
      "Waiting", "receive(), interrupted", "Receiver.receive()", Position::receiveInterrupted),
  AWAIT("Waiting", "await()", "Receiver.await()", Position::await),
  AWAIT_A_DAY(
      "Waiting",
      "await(1, DAYS)",
      "Receiver.await(long, TimeUnit)",
      position -> position.awaitWithin(1)),
  AWAIT_AT_ONCE(
      "Waiting",
      "await(0, DAYS)",
      "Receiver.await(long, TimeUnit)",
      position -> position.awaitWithin(0)),
  AWAIT_INTERRUPTED(
      "Waiting", "await(), interrupted", "Receiver.await()", Position::awaitInterrupted),

  INTERRUPT(
      "Interrupting",
      "the thread's interrupt()",
      "Thread.interrupt()",
      Position::interruptThread,
      Position::isWaitedFor),

  ON_RECEIVE(
      "Handing over", "onReceive(handler)", "Receiver.onReceive(Handler)", Position::onReceive),
  ON_RECEIVE_BY(
      "Handing over",
      "onReceive(handler, loop)",
      "Receiver.onReceive(Handler, Executor)",
      Position::onReceiveBy),
  RUN_TASKS("Handing over", "the loop runs", "Runnable.run()", Position::runTasks),
  TO_FUTURE("Handing over", "toFuture()", "Receiver.toFuture()", Position::toFuture),
  CANCEL(
      "Handing over",
      "cancel(true)",
      "CompletableFuture.cancel(boolean)",
      Position::cancel,
      Position::hasFuture),
  COMPLETE(
      "Handing over",
      "completeExceptionally(failure)",
      "CompletableFuture.completeExceptionally(Throwable)",
      Position::completeExceptionally,
      Position::hasFuture),

  WITHDRAW("Letting go", "withdraw()", "Receiver.withdraw()", Position::withdraw),
  DROP("Letting go", "drop()", "Receiver.drop()", Position::drop),
  CLOSE("Letting go", "close()", "Receiver.close()", Position::closeReceiver),

  POLL_ANY("A group", "pollAny()", "ReceiverGroup.pollAny()", Position::pollAny),
  POLL_ANY_WAKER(
      "A group", "pollAny(waker)", "ReceiverGroup.pollAny(Waker)", Position::pollAnyWithWaker),
  POLL_ALL("A group", "pollAll()", "ReceiverGroup.pollAll()", Position::pollAll),
  POLL_ALL_WAKER(
      "A group", "pollAll(waker)", "ReceiverGroup.pollAll(Waker)", Position::pollAllWithWaker),
  WITHDRAW_GROUP("A group", "withdraw()", "ReceiverGroup.withdraw()", Position::withdrawGroup),
  GROUP_TEXT("A group", "toString()", "ReceiverGroup.toString()", Position::groupText),

  AWAIT_ANY("A group waits", "awaitAny()", "ReceiverGroup.awaitAny()", Position::awaitAny),
  AWAIT_ANY_A_DAY(
      "A group waits",
      "awaitAny(1, DAYS)",
      "ReceiverGroup.awaitAny(long, TimeUnit)",
      position -> position.awaitAnyWithin(1)),
  AWAIT_ANY_AT_ONCE(
      "A group waits",
      "awaitAny(0, DAYS)",
      "ReceiverGroup.awaitAny(long, TimeUnit)",
      position -> position.awaitAnyWithin(0)),
  AWAIT_ANY_INTERRUPTED(
      "A group waits",
      "awaitAny(), interrupted",
      "ReceiverGroup.awaitAny()",
      Position::awaitAnyInterrupted),
  AWAIT_ALL("A group waits", "awaitAll()", "ReceiverGroup.awaitAll()", Position::awaitAll),
  AWAIT_ALL_A_DAY(
      "A group waits",
      "awaitAll(1, DAYS)",
      "ReceiverGroup.awaitAll(long, TimeUnit)",
      position -> position.awaitAllWithin(1)),
  AWAIT_ALL_AT_ONCE(
      "A group waits",
      "awaitAll(0, DAYS)",
      "ReceiverGroup.awaitAll(long, TimeUnit)",
      position -> position.awaitAllWithin(0)),
  AWAIT_ALL_INTERRUPTED(
      "A group waits",
      "awaitAll(), interrupted",
      "ReceiverGroup.awaitAll()",
      Position::awaitAllInterrupted),

  SEND("The sender", "send(value)", "Sender.send", Position::send),
  FAIL("The sender", "fail(failure)", "Sender.fail(Throwable)", Position::fail),
  CLOSE_SENDER("The sender", "close()", "Sender.close()", Position::closeSender),
  IS_ABANDONED("The sender", "isAbandoned()", "Sender.isAbandoned()", Position::isAbandoned),
  ON_ABANDONED(
      "The sender", "onAbandoned(waker)", "Sender.onAbandoned(Waker)", Position::onAbandoned),
  SEND_FROM_VALUE(
      "The sender",
      "sendFrom(a value)",
      "Sender.sendFrom(CompletionStage)",
      Position::sendFromValue),
  SEND_FROM_FAILURE(
      "The sender",
      "sendFrom(a failure)",
      "Sender.sendFrom(CompletionStage)",
      Position::sendFromFailure),
  SEND_FROM_FUTURE(
      "The sender",
      "sendFrom(a future)",
      "Sender.sendFrom(CompletionStage)",
      Position::sendFromFuture),
  SHOT("The sender", "shot()", "Sender.shot()", Position::shot),
  SENDER_TEXT("The sender", "toString()", "Sender.toString()", Position::senderText),

  SEND_IN_SHOT("A shot", "send(value)", "Shot.send", Position::sendInShot),
  FAIL_IN_SHOT("A shot", "fail(failure)", "Shot.fail(Throwable)", Position::failInShot),
  SEND_FROM_VALUE_IN_SHOT(
      "A shot",
      "sendFrom(a value)",
      "Shot.sendFrom(CompletionStage)",
      Position::sendFromValueInShot),
  SEND_FROM_FAILURE_IN_SHOT(
      "A shot",
      "sendFrom(a failure)",
      "Shot.sendFrom(CompletionStage)",
      Position::sendFromFailureInShot),
  SEND_FROM_FUTURE_IN_SHOT(
      "A shot",
      "sendFrom(a future)",
      "Shot.sendFrom(CompletionStage)",
      Position::sendFromFutureInShot),
  CLOSE_SHOT("A shot", "close()", "Shot.close()", Position::closeShot),
  SHOT_TEXT("A shot", "toString()", "Shot.toString()", Position::shotText),

  COMPLETE_SOURCE(
      "The source",
      "complete(value)",
      "CompletableFuture.complete(Object)",
      Position::completeSource,
      Position::isLeft),
  FAIL_SOURCE(
      "The source",
      "completeExceptionally(failure)",
      "CompletableFuture.completeExceptionally(Throwable)",
      Position::failSource,
      Position::isLeft);

  private static final String OF_SENDER = "The sender";
  private static final String OF_SHOT = "A shot";
  private static final String LEFT = ", left to a future";

  /** The table that it is in. */
  final String heading;

  final String column;

  /** The public method under test, or a method of the JDK that ours overrides. */
  final String method;

  private final Action action;
  private final Predicate<Position> precondition;

  /** How it is done; returns what came of it, in the words of the table. */
  interface Action {
    String run(Position position) throws Exception;
  }

  Operation(String heading, String column, String method, Action action) {
    this(heading, column, method, action, position -> true);
  }

  Operation(
      String heading,
      String column,
      String method,
      Action action,
      Predicate<Position> precondition) {
    this.heading = heading;
    this.column = column;
    this.method = method;
    this.action = action;
    this.precondition = precondition;
  }

  boolean isOfTheSender() {
    return heading.equals(OF_SENDER) || isOfAShot();
  }

  private boolean isOfAShot() {
    return heading.equals(OF_SHOT);
  }

  /** Whether the source of a future that has the shot does it. */
  boolean isOfTheSource() {
    return heading.equals("The source");
  }

  /** The tables that it is in: another one where the sender or the shot is left to a future. */
  List<String> headings() {
    return isOfTheSender() ? List.of(heading, heading + LEFT) : List.of(heading);
  }

  /** The table for what that hand holds. */
  String headingFor(Position position, Hand hand) {
    boolean isLeft = hand == Hand.OWN && isOfTheSender() && position.isLeft();
    if (isLeft && this == CLOSE_SHOT && !position.isLeftByShot()) {
      return heading; // it is its sender's, which is closed
    }
    return isLeft ? heading + LEFT : heading;
  }

  /** Whether it can be tried: not so without views, or if that hand holds nothing. */
  boolean isPossible(Position position, Hand hand) {
    return precondition.test(position)
        && (!isOfTheSender() || position.has(hand))
        && (!isOfAShot() || position.hasShot(hand))
        && (hand != Hand.OVER || isOfAShot());
  }

  String run(Position position, Hand hand) {
    position.use(hand);
    String result = position.run(() -> action.run(position));
    position.use(Hand.OWN);
    return result;
  }
}
