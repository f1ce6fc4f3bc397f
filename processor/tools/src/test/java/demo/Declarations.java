package demo;

import io.multishot.MultiShot;
import io.multishot.MultiShotSlab;
import io.multishot.WaitPolicy;
import java.util.List;

/** What a user declares: every kind of channel, and slabs. */
final class Declarations {

  private Declarations() {}

  @MultiShot(type = boolean.class, name = "FlagChannel")
  interface Flag {}

  @MultiShot(type = byte.class, name = "ByteChannel")
  interface OfByte {}

  @MultiShot(type = short.class, name = "ShortChannel")
  interface OfShort {}

  @MultiShot(type = char.class, name = "CharChannel")
  interface OfChar {}

  @MultiShot(type = int.class, name = "IntChannel")
  interface OfInt {}

  @MultiShot(type = long.class, name = "QuoteChannel")
  @MultiShotSlab(type = long.class, name = "QuoteSlab", deadlines = true, idBits = 53)
  interface Quote {}

  @MultiShot(type = float.class, name = "FloatChannel")
  interface OfFloat {}

  @MultiShot(type = double.class, name = "RateChannel")
  interface Rate {}

  @MultiShot(type = long.class, name = "SmallChannel", padded = false)
  interface Small {}

  @MultiShot(type = long.class, name = "ParkingChannel", waitPolicy = WaitPolicy.PARK)
  interface Parking {}

  @MultiShot(type = long.class, name = "BusyChannel", waitPolicy = WaitPolicy.BUSY_SPIN)
  interface Busy {}

  @MultiShot(type = String.class, name = "NameChannel")
  interface Name {}

  @MultiShot(type = int[].class, name = "ArrayChannel")
  interface Array {}

  @MultiShot(type = List.class, name = "ListChannel")
  interface AnyList {}

  /** A supertype, whose accessors come first. */
  interface Traded {
    String venue();
  }

  @MultiShot(name = "FillChannel")
  @MultiShotSlab(name = "FillSlab")
  interface Fill extends Traded {
    long orderId();

    double price();

    int[] legs();

    default double notional() {
      return price() * orderId();
    }
  }

  @MultiShot(name = "PointChannel", padded = false)
  interface Point {
    int x();

    int y();
  }

  @MultiShot(name = "ReplyChannel")
  interface Reply<T> {
    T value();

    int code();
  }

  @MultiShot(name = "TradeChannel")
  record Trade(long orderId, double price, String venue) {}

  @MultiShot(name = "PairChannel")
  @MultiShotSlab(name = "PairSlab", padded = true)
  record Pair<A, B>(A first, B second) {}

  @MultiShot(name = "TickChannel", padded = false)
  record Tick(byte side, char code, long price) {}

  @MultiShot(name = "RangeChannel")
  record Range(int low, int high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low > high");
      }
    }
  }
}
