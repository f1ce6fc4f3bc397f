// kind: used-after-use
// shape: field
// why: A helper that ends the shot returns whether it did, and the caller goes on only if it did not.

package misuse;

class ConnectionAnswersByState {
  private enum State {
    NEW,
    OPEN,
    CLOSED
  }

  private State state = State.NEW;

  void request(AnswerChannel.Sender reply, String line) {
    if (refused(reply) || quit(reply, line)) {
      return;
    }
    reply.send("250 " + line);
  }

  private boolean refused(AnswerChannel.Sender reply) {
    if (state == State.CLOSED) {
      reply.fail(new IllegalStateException("closed"));
      return true;
    }
    state = State.OPEN;
    return false;
  }

  private boolean quit(AnswerChannel.Sender reply, String line) {
    boolean quits = line.equals("QUIT");
    if (quits) {
      state = State.CLOSED;
      reply.send("221");
    }
    return quits;
  }
}
