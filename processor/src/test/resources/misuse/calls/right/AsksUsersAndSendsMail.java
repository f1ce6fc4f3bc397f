// kind: result-thrown-away
// shape: straight
// why: Other classes have methods of such names.
package misuse;

class AsksUsersAndSendsMail {
  static class Desk {
    int asks;

    boolean askUser() {
      return asks++ > 0;
    }

    void sendMail() {}

    Desk request() {
      return this;
    }

    void serve(Object server) {}

    int peekUser() {
      return asks;
    }

    void close() {}
  }

  void use(Desk desk) {
    desk.close();
    desk.askUser();
    desk.peekUser();
    desk.sendMail();
    desk.sendMail();
    desk.request().serve(desk);
    desk.serve(desk);
  }
}
