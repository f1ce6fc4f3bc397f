package io.multishot.bench;

/** Four plain fields behind a {@link PaddedReference}: a message with no protocol at all. */
final class PaddedFields {

  private final PaddedReference reference = new PaddedReference("nothing yet");
  long orderId;
  double price;
  int quantity;
  String venue = "";

  /** Writes the fields, and makes that visible. */
  void send(long newOrderId, double newPrice, int newQuantity, String newVenue) {
    orderId = newOrderId;
    price = newPrice;
    quantity = newQuantity;
    venue = newVenue;
    reference.getAndSet(reference);
  }
}
