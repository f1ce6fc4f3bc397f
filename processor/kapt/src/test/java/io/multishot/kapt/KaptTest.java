package io.multishot.kapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import user.Fill;
import user.FillChannel;
import user.FillSlab;
import user.PriceChannel;
import user.PriceKt;
import user.QuoteChannel;
import user.Reply;
import user.ReplyChannel;

/** javac has run no processor here. */
final class KaptTest {

  @Test
  void kapt_forDeclarationsInKotlinAndInJava_generatesChannels() {
    PriceChannel.Receiver prices = PriceChannel.open();
    assertTrue(prices.sender().send(3L));
    assertEquals(3L, prices.take());
    FillChannel.Receiver fills = FillChannel.open();
    assertTrue(fills.sender().send(7L, null));
    Fill fill = fills.take();
    assertEquals(7L, fill.orderId());
    assertNull(fill.getVenue());
    ReplyChannel.Receiver<String> replies = ReplyChannel.open();
    assertTrue(replies.sender().send("a reply", 200));
    Reply<String> reply = replies.take();
    assertEquals("a reply", reply.value());
    QuoteChannel.Receiver quotes = QuoteChannel.open();
    assertTrue(quotes.sender().send(4L));
    assertEquals(4L, quotes.take());
    assertEquals(42L, PriceKt.sumInKotlin());
  }

  @Test
  void kapt_forASlabDeclaredInKotlin_generatesIt() throws Exception {
    FillSlab fills = FillSlab.open(2);
    long id = fills.acquire();
    assertTrue(fills.send(id, 7L, "a venue"));
    FillSlab.Copy fill = fills.receive(id, new FillSlab.Copy());
    assertEquals(7L, fill.orderId());
    assertEquals("a venue", fill.getVenue());
  }
}
