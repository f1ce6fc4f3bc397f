// kind: outdated-view
// shape: straight
// why: A peeked view is as outdated by the arming as a taken one.
package misuse;

class ReadsWhatItPeekedTooLate {
  String venue(FillChannel.Receiver fills) {
    var peeked = fills.peek();
    if (peeked.price() > 100) {
      return "expensive";
    }
    var next = fills.sender();
    next.send(0, 0, "");
    return peeked.venue(); // wrong
  }
}
