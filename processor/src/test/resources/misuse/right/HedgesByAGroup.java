// kind: none
// shape: loop
// why: Two channels are asked at once, and the one that comes first is taken, the other renewed.

package misuse;

import io.multishot.ReceiverGroup;
import java.util.List;
import java.util.concurrent.ExecutorService;

class HedgesByAGroup {
  private final List<PriceChannel.Receiver> desks =
      List.of(PriceChannel.open(), PriceChannel.open());
  private final ReceiverGroup group = ReceiverGroup.of(desks.get(0), desks.get(1));

  long ask(ExecutorService pool) throws InterruptedException {
    for (PriceChannel.Receiver desk : desks) {
      PriceChannel.Sender sender = desk.renew();
      pool.execute(() -> sender.send(System.nanoTime()));
    }
    int first = group.awaitAny();
    if (first == ReceiverGroup.IDLE) {
      throw new IllegalStateException("nobody was asked");
    }
    try {
      return desks.get(first).take();
    } finally {
      desks.get(1 - first).renew();
    }
  }
}
