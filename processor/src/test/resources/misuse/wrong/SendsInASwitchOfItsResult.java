// kind: used-after-use
// shape: switch
// why: The selector has sent already.
package misuse;

class SendsInASwitchOfItsResult {
  String answer(PriceChannel.Sender sender, long price) {
    return switch (Boolean.toString(sender.send(price))) {
      case "true" -> "sent";
      default -> {
        sender.send(0); // wrong
        yield "sent nothing";
      }
    };
  }
}
