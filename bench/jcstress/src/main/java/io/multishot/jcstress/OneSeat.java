package io.multishot.jcstress;

/** A caller, and the seat of its server. */
abstract class OneSeat {

  static final String TEXT = "a question";

  final EchoCall.Caller caller = EchoCall.open();
  final EchoCall.Request seat = caller.request();

  OneSeat() {}

  /** A seat whose caller has asked a question. */
  OneSeat(long question) {
    ask(question);
  }

  /** What the server makes of a question. */
  static long answer(long question, String text) {
    return TEXT.equals(text) ? question + 1 : 0;
  }

  final void ask(long question) {
    caller.askEcho(question, TEXT);
  }
}
