// kind: used-after-use
// shape: try
// why: The finally block closes a sender that the block has used.

package misuse;

class ClosesInFinallyAfterTheSend {
  static void answer(PriceChannel.Sender sender, long price) {
    try {
      sender.send(price);
      System.out.println("sent");
    } finally {
      sender.close(); // wrong
    }
  }
}
