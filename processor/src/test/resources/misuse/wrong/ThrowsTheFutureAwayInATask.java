// kind: result-thrown-away
// shape: lambda
// why: The task returns nothing, so the future is thrown away.
package misuse;

class ThrowsTheFutureAwayInATask {
  Runnable task(AnswerChannel.Receiver answers) {
    return () -> answers.toFuture(); // wrong
  }
}
