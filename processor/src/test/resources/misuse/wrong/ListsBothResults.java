// kind: used-after-use
// shape: straight
// why: The arguments are evaluated in their order, and the second of them is a second send.
package misuse;

import java.util.List;

class ListsBothResults {
  List<Boolean> results(CountChannel.Sender sender) {
    return List.of(sender.send(1), sender.send(2)); // wrong
  }
}
