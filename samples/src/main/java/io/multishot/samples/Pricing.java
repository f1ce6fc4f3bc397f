package io.multishot.samples;

import io.multishot.MultiShotCall;

/** Generates {@code PricingCall}, by which a strategy asks for prices. */
@MultiShotCall
interface Pricing {

  /** The price of so many pieces of an instrument. */
  double price(long instrument, int quantity);
}
