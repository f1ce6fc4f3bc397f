// kind: seat
// shape: loop
// why: With a seat, what ask returns is of no use.
package misuse;

class AsksByAPair {
  double ask(PricingCall.Caller caller) throws InterruptedException {
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      caller.askPrice(i, 1);
      sum += caller.receive();
    }
    return sum;
  }
}
