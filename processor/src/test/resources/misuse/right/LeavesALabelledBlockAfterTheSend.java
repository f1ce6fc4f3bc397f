// kind: used-after-use
// shape: branch
// why: The break leaves the labelled block, and jumps over the second use.

package misuse;

class LeavesALabelledBlockAfterTheSend {
  static void answer(AnswerChannel.Sender sender, String text) {
    answered:
    {
      for (String word : text.split(" ")) {
        if (word.startsWith("=")) {
          sender.send(word.substring(1));
          break answered;
        }
      }
      sender.fail(new IllegalArgumentException(text));
    }
    System.out.println("answered " + text);
  }
}
