// kind: used-after-use
// shape: lambda
// why: The method of the anonymous class uses the captured sender twice.
package misuse;

class UsesTwiceInAnAnonymousClass {
  Thread worker(FillChannel.Sender sender) {
    return new Thread() {
      @Override
      public void run() {
        boolean wanted = sender.send(1, 100.25, getName());
        if (wanted) {
          sender.send(2, 100.5, getName()); // wrong
        }
      }
    };
  }
}
