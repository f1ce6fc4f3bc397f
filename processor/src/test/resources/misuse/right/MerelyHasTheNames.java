// kind: used-after-use
// shape: straight
// why: A class of the user's own may have methods of these names, and they mean what it likes.
package misuse;

class MerelyHasTheNames {
  static class Sender implements AutoCloseable {
    boolean send(long value) {
      return value > 0;
    }

    Sender shot() {
      return this;
    }

    void fail(Throwable cause) {}

    @Override
    public void close() {}
  }

  void use(java.util.Deque<String> words, java.net.http.WebSocket socket) {
    Sender sender = new Sender();
    sender.send(1);
    sender.send(2);
    sender.shot();
    try (Sender again = sender) {
      again.fail(new IllegalStateException());
    } finally {
      sender.close();
    }
    words.peek();
    socket.sendText("a", false);
    socket.sendText("b", true);
  }
}
