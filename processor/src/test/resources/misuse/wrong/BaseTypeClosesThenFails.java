// kind: used-after-use
// shape: straight
// why: The variable is of the base type of all senders, in a generic method.

package misuse;

import io.multishot.MultiShotSender;

class BaseTypeClosesThenFails {
  static <S extends MultiShotSender> void end(S sender, Exception cause) {
    sender.close();
    System.out.println("ended by " + cause);
    sender.fail(cause); // wrong
  }
}
