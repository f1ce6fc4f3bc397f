package io.multishot.contract;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the channels under test are generated from. */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = boolean.class, name = "BooleanChannel")
  interface OfBoolean {}

  @MultiShot(type = byte.class, name = "ByteChannel")
  interface OfByte {}

  @MultiShot(type = short.class, name = "ShortChannel")
  interface OfShort {}

  @MultiShot(type = char.class, name = "CharChannel")
  interface OfChar {}

  @MultiShot(type = int.class, name = "IntChannel")
  interface OfInt {}

  @MultiShot(type = long.class, name = "LongChannel")
  interface OfLong {}

  @MultiShot(type = float.class, name = "FloatChannel")
  interface OfFloat {}

  @MultiShot(type = double.class, name = "DoubleChannel")
  interface OfDouble {}

  @MultiShot(type = Object.class, name = "ObjectChannel")
  interface OfObject {}

  @MultiShot(type = long.class, name = "UnpaddedLongChannel", padded = false)
  interface OfLongUnpadded {}

  @MultiShot(type = Object.class, name = "UnpaddedObjectChannel", padded = false)
  interface OfObjectUnpadded {}

  @MultiShot(type = long.class, name = "ParkingLongChannel", waitPolicy = WaitPolicy.PARK)
  interface OfLongParking {}

  @MultiShot(type = long.class, name = "BusyLongChannel", waitPolicy = WaitPolicy.BUSY_SPIN)
  interface OfLongBusy {}

  /** A supertype, whose accessors come first. */
  interface Traded {
    @Nullable String venue();

    boolean isBuy();
  }

  @MultiShot(name = "FillChannel")
  interface Fill extends Traded {
    long orderId();

    double price();

    int quantity();

    default double notional() {
      return price() * quantity();
    }

    static String describe(Fill fill) {
      return fill.quantity() + " at " + fill.price();
    }
  }

  @MultiShot(name = "TradeChannel")
  record Trade(long orderId, double price, int quantity, @Nullable String venue) {}

  @MultiShot(name = "UnpaddedTickChannel", padded = false)
  record Tick(byte side, char code, long price) {}

  @MultiShot(name = "ReplyChannel")
  interface Reply<T extends @Nullable Object> {
    T value();

    int code();
  }

  /** Refuses what is no range, and changes what it is given. */
  @MultiShot(name = "RangeChannel")
  @SuppressWarnings("ArrayRecordComponent") // whatever a record may have, a channel carries
  record Range(int low, int high, String... tags) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low > high: " + low + " > " + high);
      }
      tags = tags.clone();
    }
  }

  /** Refuses to be read in part, which a sender finds out when half of it is sent. */
  @MultiShot(name = "NoteChannel")
  record Note(Object author, @Nullable String text) {
    @Override
    public String text() {
      return Objects.requireNonNull(text, "text");
    }
  }

  /** Does something when it is read, which a sender finds out when it has read a part. */
  @MultiShot(name = "EchoChannel")
  record Echo(Object name, Runnable aside, int number) {
    @Override
    public Runnable aside() {
      aside.run();
      return aside;
    }
  }

  /** Runs what it carries whenever one is made: by the sender, and by who receives it. */
  @MultiShot(name = "HookedChannel")
  record Hooked(long id, Runnable made) {
    Hooked {
      made.run();
    }
  }

  @MultiShotSlab(type = long.class, name = "LongSlab", deadlines = true)
  interface OfSlabOfLong {}

  @MultiShotSlab(type = int.class, name = "IntSlab")
  interface OfSlabOfInt {}

  @MultiShotSlab(type = Object.class, name = "ObjectSlab", waitPolicy = WaitPolicy.PARK)
  interface OfSlabOfObject {}

  @MultiShotSlab(type = long.class, name = "BusyLongSlab", waitPolicy = WaitPolicy.BUSY_SPIN)
  interface OfBusySlab {}

  @MultiShotSlab(type = long.class, name = "PaddedLongSlab", padded = true, idBits = 53)
  interface OfPaddedSlab {}

  /** A message of a slab, with parts of both kinds. */
  @MultiShotSlab(name = "MemoSlab")
  interface Memo {
    long bid();

    @Nullable String text();
  }

  @MultiShotCall(name = "PricingCall")
  interface Pricing {
    double price(long instrument, int quantity);
  }

  @MultiShotCall(
      name = "ParkingPricingCall",
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface ParkingPricing {
    double price(long instrument, int quantity);
  }

  @MultiShotCall(
      name = "BusyPricingCall",
      waitPolicy = WaitPolicy.BUSY_SPIN,
      serverWaitPolicy = WaitPolicy.BUSY_SPIN)
  interface BusyPricing extends Pricing {}

  /** Of references only. */
  @MultiShotCall(
      name = "CupboardCall",
      waitPolicy = WaitPolicy.PARK,
      serverWaitPolicy = WaitPolicy.PARK)
  interface Cupboard {
    void put(Object thing);

    Object get();
  }

  /** Of each kind of result, and of parameters of each type. */
  @MultiShotCall(name = "StoreCall", padded = false)
  interface Store<K extends Comparable<K>, V> {
    @Nullable V get(K key) throws IOException;

    void put(K key, V value) throws IOException, InterruptedException;

    int size();

    boolean has(K key);

    long sum(long... values);

    List<String> names(List<? extends K> keys, String[] more);

    char[] all(byte b, short s, char c, int i, long l, float f, double d, boolean z, Object o);

    default int doubleSize() {
      return 2 * size();
    }
  }
}
