package io.multishot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the cost of a shot changes with the number of channels, and with the garbage collector. */
final class Scales {

  private static final String[][] COLLECTORS = {
    {"G1", ""},
    {"Serial", " -XX:+UseSerialGC"},
    {"Parallel", " -XX:+UseParallelGC"},
    {"ZGC", " -XX:+UseZGC"}
  };

  private static final String[][] PLACES = {{"YOUNG", "YOUNG"}, {"OLD", "OLD"}, {"OLD", "YOUNG"}};

  private Scales() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        many(
            "many",
            "Many channels, in the order of their addresses",
            "IN_TURN",
            List.of("1", "16", "256", "4096", "65536", "1048576"),
            "One thread makes a shot of the next of n channels. The processor can prefetch it."));
    sections.add(
        many(
            "many-shuffled",
            "Many channels, in a shuffled order",
            "SHUFFLED",
            List.of("4096", "65536", "1048576"),
            "One thread makes a shot of the next of n channels, in an order that the processor"
                + " cannot predict: only the caches help."));
    sections.add(
        collectors(
            "collectors",
            "Garbage collectors: one thread",
            "The cycle on one thread under each collector. A reference needs a barrier or two;"
                + " which ones depends on the collector.",
            new String[][] {
              {"getAndSet", "SameThreadCycle.floor"},
              {"MultiShot: long", "SameThreadCycle.ofLong"},
              {"MultiShot: a reference", "SameThreadCycle.ofReference"},
              {"CompletableFuture", "SameThreadCycle.completableFuture"}
            }));
    sections.add(
        collectors(
            "collectors-round-trip",
            "Garbage collectors: two threads that spin",
            "The round trip under each collector.",
            new String[][] {
              {"one long", "RoundTrip.trip over=FLOOR"},
              {"MultiShot: long", "RoundTrip.trip over=CHANNEL"},
              {"MultiShot: four fields", "RoundTrip.trip over=MESSAGE"},
              {"CompletableFuture", "RoundTrip.trip over=COMPLETABLE_FUTURE"}
            }));
    for (String[] collector : COLLECTORS) {
      sections.add(generations(collector[0], collector[1]));
    }
    return sections;
  }

  private static Section many(
      String id, String title, String order, List<String> counts, String text) {
    Section section = new Section(id, title, text).along("channels");
    for (String n : counts) {
      String trial = "ManyChannels.cycle order=%s n=%s over=".formatted(order, n);
      section
          .at(n)
          .floor("getAndSet, padded fields", trial + "FLOOR")
          .floor("getAndSet, small objects", trial + "FLOOR_UNPADDED")
          .ours("MultiShot", trial + "CHANNEL")
          .ours("MultiShot, unpadded", trial + "CHANNEL_UNPADDED")
          .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE");
    }
    return section;
  }

  /** The first of the cases is the floor, the last the peer. */
  private static Section collectors(String id, String title, String text, String[][] cases) {
    Section section = new Section(id, title, text).along("collector");
    int last = cases.length - 1;
    for (String[] collector : COLLECTORS) {
      section.at(collector[0]).floor(cases[0][0], cases[0][1] + collector[1]);
      for (int i = 1; i < last; i++) {
        section.ours(cases[i][0], cases[i][1] + collector[1]);
      }
      section.peer(cases[last][0], cases[last][1] + collector[1]);
    }
    return section;
  }

  private static Section generations(String name, String option) {
    Section section =
        new Section(
                "generations-" + name.toLowerCase(Locale.ROOT),
                "A reference from old to young: " + name,
                "The channel and the reference that it carries are each in the old generation or in"
                    + " the young one. The floor stores the same reference in a field.")
            .along("channel, payload");
    for (String[] place : PLACES) {
      String params = " channel=%s payload=%s%s".formatted(place[0], place[1], option);
      section
          .at((place[0] + ", " + place[1]).toLowerCase(Locale.ROOT))
          .floor("getAndSet", "OldGeneration.floor" + params)
          .ours("MultiShot", "OldGeneration.ofReference" + params);
    }
    return section;
  }
}
