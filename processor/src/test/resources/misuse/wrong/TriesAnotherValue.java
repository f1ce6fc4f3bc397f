// kind: used-after-use
// shape: straight
// why: A false result means that the receiver has abandoned the shot; a second value is a second use.
package misuse;

class TriesAnotherValue {
  String offer(PriceChannel.Sender sender, long first, long second) {
    if (sender.send(first) || sender.send(second)) { // wrong
      return "somebody wanted it";
    }
    return "nobody wanted it";
  }
}
