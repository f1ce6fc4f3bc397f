// kind: used-after-use
// shape: alias
// why: One assignment gives the same sender to both variables.
package misuse;

class AssignsTwoAtOnce {
  void answer(CountChannel.Receiver counts) {
    CountChannel.Sender left;
    CountChannel.Sender right;
    left = right = counts.sender();
    right.send(1);
    left.send(2); // wrong
  }
}
