package io.multishot.processor;

import java.util.List;
import java.util.Random;

/** Chooses at random, among other things the names and modifiers of a {@link RandomDeclaration}. */
final class RandomChoice {

  /**
   * Names that generated code uses as well, in one way or another, and some that use odd letters.
   */
  private static final List<String> HOSTILE_NAMES =
      List.of(
          ("ApiLevel Arrays Boolean Byte Character Deprecated Double Float FunctionalInterface"
               + " Generated IllegalStateException Integer InterruptedException Long MultiShot"
               + " MultiShotGenerated MultiShotReceiver Nullable Object Objects Override"
               + " PaddedSender UnpaddedSender TypedReceiver TypedShot Payload Receiver Sender Copy"
               + " Handler Slab SlabHandler SlabId Short Shot String StringBuilder SuppressWarnings"
               + " Thread TimeUnit TimeoutException View List Comparable Channel T U V Caller"
               + " Request Server Stub CallRoute Consumer CompletionException MultiShotCaller"
               + " MultiShotRequest")
              .split(" "));

  static final List<String> HOSTILE_MEMBERS =
      List.of(
          ("arm begin begun capacity cell claim clear clone close copy equals fail finalize"
               + " getClass hash hashCode id io isViewed java javax message none notify number org"
               + " other outdatedView padding padding0 padding15 part part0 peek permits poll"
               + " publish receive record release released requireOpen requireViewed sealed seed"
               + " send sender shot slot state super_ take taken that timeout toString trySender"
               + " unit value var view view_ wait waiter when with yield Arrays Double Integer Long"
               + " Objects Slab Float StringBuilder Boolean $ $L a$b \u00e9t\u00e9 \u0434\u0430 _x"
               + " Sender View answer ask asked blocking caller failed install isAbandoned method"
               + " newCaller object0 open request route serve server stub thrown Caller Request")
              .split(" "));

  private static final List<String> ODD_NAMES =
      List.of("io", "java", "javax", "org", "A$B", "$", "\u00c9t\u00e9", "\u4e2d", "_X", "lower");

  static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  static final List<String> CLASSES =
      List.of(
          ("java.lang.String java.lang.Object java.lang.Long java.lang.Boolean java.lang.Thread"
               + " java.util.Date java.util.Map.Entry<?,?> java.lang.Runnable String Object"
               + " java.lang.Thread.State java.util.UUID java.util.List java.lang.Class<?>"
               + " java.util.Optional<String> Long Integer Thread Void"
               + " java.util.concurrent.TimeUnit io.multishot.Shot io.multishot.MultiShotReceiver")
              .split(" "));

  private final Random random;

  RandomChoice(long seed) {
    random = new Random(seed);
    random.nextLong(); // the first numbers of similar seeds are similar
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String modifiers(boolean isNested) {
    String access =
        pick("", "", "public ", isNested ? pick("protected ", chance(3) ? "private " : "") : "");
    return access + (isNested && chance(3) ? "static " : "") + (chance(30) ? "strictfp " : "");
  }

  String typeName() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> pick(HOSTILE_NAMES);
      case 4 -> pick(ODD_NAMES);
      default -> "N" + random.nextInt(6);
    };
  }

  String memberName() {
    return chance(2) ? pick(HOSTILE_MEMBERS) : pick("price", "size", "venue", "first", "get", "x");
  }

  /** Whether the one case of so many has come up. */
  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
