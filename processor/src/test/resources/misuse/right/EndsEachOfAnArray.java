// kind: used-after-use
// shape: straight
// why: The elements of the array are different senders, and so may be those of one variable index.
package misuse;

class EndsEachOfAnArray {
  void answer(PriceChannel.Sender[] senders) {
    int i = 0;
    senders[i].send(1);
    i++;
    senders[i].send(2);
    senders[++i].send(3);
    senders[senders.length - 1].close();
  }

  void answer(PriceChannel.Sender[][] table, int row, int column) {
    table[row][column].send(1);
    table[row][column + 1].send(2);
    table[row + 1][column].fail(new IllegalStateException());
    table[++row][column + 1].close();
  }
}
