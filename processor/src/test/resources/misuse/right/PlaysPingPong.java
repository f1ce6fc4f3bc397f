// kind: used-after-use
// shape: loop
// why: Two channels are used in turn, each armed anew before each use of its sender.

package misuse;

class PlaysPingPong {
  static int play(int rounds) throws InterruptedException {
    CountChannel.Receiver pings = CountChannel.open();
    CountChannel.Receiver pongs = CountChannel.open();
    CountChannel.Sender ping = pings.sender();
    CountChannel.Sender pong = pongs.sender();
    int ball = 0;
    while (ball < rounds) {
      ping.send(ball);
      ball = pings.receive() + 1;
      ping = pings.sender();
      pong.send(ball);
      ball = pongs.receive() + 1;
      pong = pongs.sender();
    }
    ping.close();
    pong.close();
    return ball;
  }
}
