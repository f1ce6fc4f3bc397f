// kind: used-after-use
// shape: straight
// why: To close a Shot that has its outcome does nothing, however often.
package misuse;

class ClosesAUsedShot {
  void count(CountChannel.Receiver counts) {
    CountChannel.Shot shot = counts.sender().shot();
    try (shot) {
      shot.send(1);
      shot.close();
    }
    shot.close();
    System.out.println(shot);
  }
}
