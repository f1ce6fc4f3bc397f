// kind: used-after-use
// shape: straight
// why: The sender's close takes the shot back from the future to which its Shot has left it.
package misuse;

import java.util.concurrent.CompletionStage;

class TakesAShotsFutureBack {
  void answer(AnswerChannel.Sender sender, CompletionStage<String> slow, boolean hurries) {
    try (AnswerChannel.Shot shot = sender.shot()) {
      shot.sendFrom(slow);
    }
    if (hurries) {
      sender.close();
    }
  }
}
