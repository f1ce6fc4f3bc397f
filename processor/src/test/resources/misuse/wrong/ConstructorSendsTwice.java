// kind: used-after-use
// shape: straight
// why: The constructor uses its parameter, and uses it again in a nested block.

package misuse;

class ConstructorSendsTwice {
  private final String text;

  ConstructorSendsTwice(AnswerChannel.Sender sender, String text) {
    this.text = text;
    sender.send(this.text);
    synchronized (this) {
      sender.send(text.strip()); // wrong
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
