package io.multishot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What keeps the requests that are pending: slabs, and what is used otherwise. */
final class Slabs {

  private static final String CYCLE =
      "The reply to a request that is pending is found by the request's id and taken, and the next"
          + " request opened in its place.";

  private Slabs() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(oneThread());
    sections.add(
        many("IN_TURN", "Many pending requests, answered in the order of their opening", CYCLE));
    sections.add(
        many(
            "SHUFFLED",
            "Many pending requests, answered in a shuffled order",
            CYCLE + " The order is one that the processor cannot predict: only the caches help."));
    sections.add(
        onTwoThreads(
            new Section(
                "pending-round-trip",
                "Pending requests: two threads that spin",
                "The id of a request goes over one padded `long` in each case, and the reply comes"
                    + " back by the id."),
            "PendingRoundTrip.roundTrip"));
    sections.add(requesters());
    sections.add(
        new Section(
                "pending-given-up",
                "Pending requests: given up, and answered too late",
                "On one thread, beside a thousand that stay pending.")
            .ours("MultiShot slab", "GivenUp.lateReply over=SLAB")
            .peer("map of CompletableFuture", "GivenUp.lateReply over=MAP_OF_FUTURES")
            .peer("Agrona's map of futures", "GivenUp.lateReply over=AGRONA_OF_FUTURES"));
    sections.add(walks());
    return sections;
  }

  private static Section oneThread() {
    return onOneThread(
        new Section("pending", "Pending requests: one thread", CYCLE), "IN_TURN", "1", true);
  }

  private static Section many(String order, String title, String text) {
    Section section =
        new Section("pending-" + order.toLowerCase(Locale.ROOT), title, text).along("pending");
    for (String n : List.of("1024", "65536", "1048576")) {
      onOneThread(section.at(n), order, n, false);
    }
    return section;
  }

  private static Section onOneThread(Section section, String order, String n, boolean isQuick) {
    String trial = "ManyPending.cycle order=%s n=%s over=".formatted(order, n);
    return section
        .quick(isQuick)
        .floor("BitSet and array, no protocol", trial + "BIT_SET")
        .ours("MultiShot slab", trial + "SLAB")
        .peer("map of CompletableFuture", trial + "MAP_OF_FUTURES")
        .quick(false)
        .peer("Agrona's map of futures", trial + "AGRONA_OF_FUTURES")
        .peer("array of channels", trial + "ARRAY_OF_CHANNELS");
  }

  private static Section onTwoThreads(Section section, String benchmark) {
    return section
        .ours("MultiShot slab", benchmark + " over=SLAB")
        .peer("map of CompletableFuture", benchmark + " over=MAP_OF_FUTURES")
        .peer("array of channels", benchmark + " over=ARRAY_OF_CHANNELS");
  }

  private static Section requesters() {
    Section section =
        new Section(
                "pending-requesters",
                "Pending requests: many requesters",
                "Each of 8 or 64 threads keeps so many requests out, which go over one queue to one"
                    + " thread that replies. The time is that of one requester's request.")
            .along("requesters × outstanding");
    for (String[] requesters : new String[][] {{"8", "ofEight"}, {"64", "ofSixtyFour"}}) {
      for (String outstanding : List.of("1", "64")) {
        section.at(requesters[0] + " × " + outstanding);
        onTwoThreads(
            section, "ManyOutstanding.%s outstanding=%s".formatted(requesters[1], outstanding));
      }
    }
    return section;
  }

  private static Section walks() {
    Section section =
        new Section(
                "pending-walks",
                "Pending requests: walks over a slab that is full",
                "What looks at each slot: to expire what is overdue, of which there is none; to"
                    + " count those in use; to find a free slot, in vain.")
            .along("slots");
    for (String n : List.of("1024", "65536", "1048576")) {
      section
          .at(n)
          .ours("expire", "Expiry.expire n=" + n)
          .ours("inFlight", "Expiry.inFlight n=" + n)
          .ours("tryAcquire", "Expiry.acquireOfAFullOne n=" + n);
    }
    return section;
  }
}
