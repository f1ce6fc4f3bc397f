// kind: used-after-use
// shape: loop
// why: The base type of all senders is used: each element once, and the parameter on one path.

package misuse;

import io.multishot.MultiShotSender;
import java.util.Collection;
import java.util.Iterator;

class FailsAllOfAnyChannel {
  static <S extends MultiShotSender> void fail(Collection<? extends S> all, Exception cause) {
    Iterator<? extends S> senders = all.iterator();
    while (senders.hasNext()) {
      senders.next().fail(cause);
      if (senders.hasNext()) {
        senders.next().fail(cause);
      }
    }
  }

  static <S extends MultiShotSender> void end(S sender, Exception cause) {
    if (cause == null) {
      sender.close();
      return;
    }
    sender.fail(cause);
  }
}
