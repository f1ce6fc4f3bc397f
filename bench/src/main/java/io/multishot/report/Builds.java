package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.ArrayList;
import java.util.List;

/** What a processor costs a build. */
final class Builds {

  private static final String[][] PROCESSORS = {
    {"MultiShot", "MULTISHOT"},
    {"AutoValue", "AUTO_VALUE"},
    {"Immutables", "IMMUTABLES"},
    {"record-builder", "RECORD_BUILDER"}
  };

  private Builds() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        times(
            "build-warm",
            "A build's processor, warm",
            "warm",
            "VALUE",
            List.of(10, 100, 1000),
            "One `javac` of so many declarations of one `long`, in a virtual machine that has compiled before, as a build"
                + " daemon has; without what the same declarations take where no processor runs."));
    sections.add(
        times(
            "build-warm-message",
            "A build's processor, warm, four fields",
            "warm",
            "MESSAGE",
            List.of(100),
            "The same for declarations of four fields."));
    sections.add(
        times(
            "build-cold",
            "A build's processor, cold",
            "cold",
            "VALUE",
            List.of(1, 100),
            "The same in a new virtual machine, as in a build by Maven."));
    sections.add(figure("build-classes", "What is generated: class files", "classFiles"));
    sections.add(figure("build-heap", "The heap that a build takes at most", "heapPeak"));
    return sections;
  }

  /**
   * What a processor takes for so many declarations, warm, and what it generates to be compiled.
   */
  static Case share(String over, int declarations) {
    return new Case(
        "",
        Role.PEER,
        "",
        Trial.parse(trial("warm", over, "VALUE", "FULL", declarations)),
        Measured.TIME,
        Trial.parse(trial("warm", over, "VALUE", "NONE", declarations)),
        false);
  }

  private static Section times(
      String id, String title, String method, String declares, List<Integer> counts, String text) {
    Section section = new Section(id, title, text).along("declarations");
    for (int declarations : counts) {
      section.at(String.valueOf(declarations));
      for (String[] processor : PROCESSORS) {
        String trial = trial(method, processor[1], declares, "FULL", declarations);
        if (processor == PROCESSORS[0]) {
          section.ours(processor[0], trial);
        } else {
          section.peer(processor[0], trial);
        }
        section.less(trial(method, processor[1], declares, "NONE", declarations));
      }
    }
    return section;
  }

  private static Section figure(String id, String title, String figure) {
    Section section =
        new Section(id, title, "Of 1000 declarations of one `long`, in a new virtual machine.")
            .figure(figure);
    for (String[] processor : PROCESSORS) {
      String trial = trial("cold", processor[1], "VALUE", "FULL", 1000);
      if (processor == PROCESSORS[0]) {
        section.ours(processor[0], trial);
      } else {
        section.peer(processor[0], trial);
      }
    }
    return section;
  }

  private static String trial(
      String method, String over, String declares, String processing, int declarations) {
    return "compile.CompileTime.%s over=%s declares=%s processing=%s declarations=%d"
        .formatted(method, over, declares, processing, declarations);
  }
}
