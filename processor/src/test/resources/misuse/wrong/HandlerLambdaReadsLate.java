// kind: outdated-view
// shape: lambda
// why: The lambda receives a view, arms the next shot, and reads the view after that.

package misuse;

import java.util.function.Consumer;

class HandlerLambdaReadsLate {
  static Runnable reading(FillChannel.Receiver fills, Consumer<FillChannel.Sender> venue) {
    return () -> {
      Fill fill = fills.take();
      FillChannel.Sender next = fills.sender();
      venue.accept(next);
      System.out.println(fill.venue()); // wrong
    };
  }
}
