package io.multishot.report;

import java.util.List;
import java.util.stream.Stream;

/** What is measured, and what it is compared with. */
final class Catalogue {

  private Catalogue() {}

  /** All sections, in the order of the report. */
  static List<Section> sections() {
    return Stream.of(
            HandOvers.sections(),
            Requests.sections(),
            Slabs.sections(),
            Calls.sections(),
            Scales.sections(),
            Builds.sections())
        .flatMap(List::stream)
        .toList();
  }
}
