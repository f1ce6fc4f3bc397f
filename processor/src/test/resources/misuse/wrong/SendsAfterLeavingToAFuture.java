// kind: used-after-use
// shape: straight
// why: The shot was left to the future, and only close may end it still.
package misuse;

import java.util.concurrent.CompletionStage;

interface SendsAfterLeavingToAFuture {
  CompletionStage<String> look(String word);

  default void answer(AnswerChannel.Sender sender, String word) {
    sender.sendFrom(look(word));
    if (word.isEmpty()) {
      System.out.println("nothing was asked");
    }
    sender.send(word); // wrong
  }
}
