// kind: armed-after-close
// shape: straight
// why: The receiver is closed where its sender is armed by the chained call.
package misuse;

class SendsOverAClosedChannel {
  public static void main(String[] args) {
    var counts = CountChannel.open();
    counts.sender().send(args.length);
    System.out.println(counts.take());
    counts.close();
    counts.sender().send(args.length + 1); // wrong
  }
}
