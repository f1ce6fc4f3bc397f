package example;

import io.multishot.modelchecker.Scenario;

/** A producer offers two elements to a ring that has room for one; a consumer polls three times. */
abstract class RingScenario implements Scenario {

  private final SpscRing<String> ring;
  private String polled = "";

  RingScenario(SpscRing<String> ring) {
    this.ring = ring;
  }

  @Override
  public void setUp(Actors actors) {
    actors.add(
        "producer",
        () -> {
          ring.offer("a");
          ring.offer("b");
        });
    actors.add(
        "consumer",
        () -> {
          for (int i = 0; i < 3; i++) {
            String element = ring.poll();
            polled += element == null ? "-" : element;
          }
        });
    actors.atEnd(() -> polled);
  }

  static final class OfSpscRing extends RingScenario {
    OfSpscRing() {
      super(new SpscRing<>(1));
    }
  }

  static final class OfMendedRing extends RingScenario {
    OfMendedRing() {
      super(new MendedRing<>(1));
    }
  }
}
