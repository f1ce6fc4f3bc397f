// kind: used-after-use
// shape: field
// why: The fields have one name, and belong to different objects.
package misuse;

class UsesFieldsOfDifferentObjects {
  static class Request {
    final AnswerChannel.Sender sender;
    Request next;

    Request(AnswerChannel.Sender sender) {
      this.sender = sender;
    }
  }

  private AnswerChannel.Sender sender;

  void answer(Request one, Request other) {
    one.sender.send("one");
    other.sender.send("other");
    sender.send("mine");
    one = one.next;
    one.sender.send("next");
    one.next.sender.send("the one after");
  }
}
