// kind: id-used-after-its-end
// shape: field
// why: The slab has been replaced by one of the same seed, for a replay.
package misuse;

class ReplaysOnASlabOfTheSameSeed {
  private QuoteSlab replies = QuoteSlab.open(8, 1);

  long replay(long id) throws InterruptedException {
    long sum = replies.receive(id);
    replies = QuoteSlab.open(8, 1);
    while (replies.acquire() != id) {
      System.out.println("not yet");
    }
    return sum + replies.receive(id);
  }
}
