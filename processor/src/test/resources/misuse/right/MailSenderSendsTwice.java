// kind: used-after-use
// shape: straight
// why: The sender is a class of the user's, which merely has methods of these names.

package misuse;

class MailSenderSendsTwice {
  static class Sender implements AutoCloseable {
    int sent;

    boolean send(long mail) {
      return ++sent < mail;
    }

    boolean fail(Throwable cause) {
      return cause != null;
    }

    Sender shot() {
      return this;
    }

    boolean isAbandoned() {
      return false;
    }

    @Override
    public void close() {
      sent = 0;
    }
  }

  static void mail(Sender sender) {
    sender.send(1);
    sender.send(2);
    sender.shot();
    sender.isAbandoned();
    try (Sender shot = sender.shot()) {
      shot.send(3);
    } catch (IllegalStateException e) {
      sender.fail(e);
    }
    sender.close();
    sender.send(4);
  }
}
