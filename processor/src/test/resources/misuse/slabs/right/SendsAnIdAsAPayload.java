// kind: exchanged
// shape: straight
// why: The payload of one slab is the id of another, and what the id is nobody knows here.
package misuse;

class SendsAnIdAsAPayload {
  void link(QuoteSlab outer, QuoteSlab inner, long request) {
    long id = inner.acquire();
    outer.send(request, id);
  }

  void read(QuoteSlab outer, QuoteSlab inner, java.nio.ByteBuffer frame) {
    outer.send(frame.getLong(), inner.acquire());
  }
}
