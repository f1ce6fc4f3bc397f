// kind: used-after-use
// shape: straight
// why: Each sender is used once; they belong to two channels.
package misuse;

class TwoChannelsInTurn {
  void pingPong(CountChannel.Receiver pings, CountChannel.Receiver pongs)
      throws InterruptedException {
    CountChannel.Sender ping = pings.sender();
    CountChannel.Sender pong = pongs.sender();
    ping.send(1);
    pong.send(pings.receive() + 1);
    ping = pings.sender();
    int received = pongs.receive();
    pong = pongs.sender();
    ping.send(received + 1);
    pong.fail(new IllegalStateException("" + pings.receive()));
  }
}
