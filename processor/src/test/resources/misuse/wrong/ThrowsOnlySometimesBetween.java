// kind: used-after-use
// shape: straight
// why: Whoever comes to the second use has made the first, whatever else may leave the method between them.
package misuse;

class ThrowsOnlySometimesBetween {
  int count(CountChannel.Sender sender, String[] words) {
    sender.send(words.length);
    if (words.length > 100) {
      throw new IllegalArgumentException("too many words");
    }
    for (String word : words) {
      if (word.isBlank()) {
        return -1;
      }
    }
    sender.close(); // wrong
    return words.length;
  }
}
