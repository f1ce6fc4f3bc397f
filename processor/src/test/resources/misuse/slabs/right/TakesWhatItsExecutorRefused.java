// kind: id-left-to-a-callback
// shape: branch
// why: Its own executor tells whether it has refused the handler.
package misuse;

class TakesWhatItsExecutorRefused {
  long ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) {
    boolean[] isRefused = {false};
    replies.onReceive(
        id,
        handler,
        task -> {
          isRefused[0] = true;
          throw new java.util.concurrent.RejectedExecutionException();
        });
    return isRefused[0] ? replies.take(id) : 0;
  }
}
