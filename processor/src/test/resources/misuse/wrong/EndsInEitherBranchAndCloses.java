// kind: used-after-use
// shape: straight
// why: Each of the two branches has consumed the sender.
package misuse;

class EndsInEitherBranchAndCloses {
  void divide(CountChannel.Sender sender, int dividend, int divisor) {
    if (divisor == 0) {
      sender.fail(new ArithmeticException("divided by zero"));
    } else {
      sender.send(dividend / divisor);
    }
    sender.close(); // wrong
  }
}
