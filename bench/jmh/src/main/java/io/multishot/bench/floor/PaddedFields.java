package io.multishot.bench.floor;

/** Four plain fields behind a {@link PaddedReference}: a message with no protocol at all. */
public final class PaddedFields {

  private final PaddedReference reference = new PaddedReference("nothing yet");
  public long orderId;
  public double price;
  public int quantity;
  public String venue = "";

  /** Writes the fields, and makes that visible. */
  public void send(long newOrderId, double newPrice, int newQuantity, String newVenue) {
    orderId = newOrderId;
    price = newPrice;
    quantity = newQuantity;
    venue = newVenue;
    reference.getAndSet(reference);
  }
}
