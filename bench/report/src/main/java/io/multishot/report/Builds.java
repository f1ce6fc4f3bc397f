package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.ArrayList;
import java.util.List;

/** What a processor costs a build. */
final class Builds {

  private static final String[] OURS = {"MultiShot", "MULTISHOT"};
  private static final String[] AUTO_VALUE = {"AutoValue", "AUTO_VALUE"};

  private static final String[][] PROCESSORS = {
    OURS, AUTO_VALUE, {"Immutables", "IMMUTABLES"}, {"record-builder", "RECORD_BUILDER"}
  };

  private Builds() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        times(
            "build-cold",
            "What a processor adds to a build, cold",
            "cold",
            "FULL",
            "VALUE",
            List.of(1, 10, 100, 1000),
            "`javac` compiles so many declarations of one `long`, first thing in its virtual"
                + " machine, as in a build by Maven. The time without a processor is subtracted."
                + " The processors do not generate the same: a channel is six classes, a value of"
                + " AutoValue one."));
    sections.add(
        times(
            "build-cold-message",
            "What a processor adds to a build, cold, four fields",
            "cold",
            "FULL",
            "MESSAGE",
            List.of(100),
            "The same for declarations of four fields."));
    Section warm =
        times(
            "build-warm",
            "What a processor adds to a build, warm",
            "warm",
            "FULL",
            "VALUE",
            List.of(100),
            "The same in a virtual machine that has compiled before, as in a build daemon.");
    warm.at("1000");
    add(warm, OURS, "warm", "FULL", "VALUE", 1000); // the others would take minutes
    add(warm, AUTO_VALUE, "warm", "FULL", "VALUE", 1000);
    sections.add(warm);
    sections.add(
        times(
            "build-processing",
            "What a processor adds to a build, warm, by itself",
            "warm",
            "ONLY",
            "VALUE",
            List.of(100),
            "The same, but the generated sources are not compiled: the processor runs, and `javac`"
                + " parses what it wrote."));
    sections.add(figure("build-classes", "The generated class files", "classFiles"));
    sections.add(figure("build-heap", "The most heap that a build takes", "heapPeak"));
    return sections;
  }

  /** What a processor adds to a build. */
  static Case share(String method, String over, String processing, int declarations) {
    return new Case(
        "",
        Role.PEER,
        "",
        Trial.parse(trial(method, over, "VALUE", processing, declarations)),
        Measured.TIME,
        Trial.parse(trial(method, over, "VALUE", "NONE", declarations)),
        false);
  }

  private static Section times(
      String id,
      String title,
      String method,
      String processing,
      String declares,
      List<Integer> counts,
      String text) {
    Section section = new Section(id, title, text).along("declarations");
    for (int declarations : counts) {
      section.at(String.valueOf(declarations));
      for (String[] processor : PROCESSORS) {
        add(section, processor, method, processing, declares, declarations);
      }
    }
    return section;
  }

  private static void add(
      Section section,
      String[] processor,
      String method,
      String processing,
      String declares,
      int declarations) {
    String trial = trial(method, processor[1], declares, processing, declarations);
    if (processor == OURS) {
      section.ours(processor[0], trial);
    } else {
      section.peer(processor[0], trial);
    }
    section.less(trial(method, processor[1], declares, "NONE", declarations));
  }

  private static Section figure(String id, String title, String figure) {
    Section section =
        new Section(id, title, "Of 1000 declarations of one `long`, in a new virtual machine.")
            .figure(figure);
    for (String[] processor : PROCESSORS) {
      String trial = trial("cold", processor[1], "VALUE", "FULL", 1000);
      if (processor == OURS) {
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
