// kind: used-after-use
// shape: straight
// why: The second close is a use of a consumed sender.
package misuse;

final class ClosesTwice {
  private final String name;

  ClosesTwice(String name, TradeChannel.Sender unwanted) {
    unwanted.close();
    this.name = name;
    unwanted.close(); // wrong
  }

  String name() {
    return name;
  }
}
