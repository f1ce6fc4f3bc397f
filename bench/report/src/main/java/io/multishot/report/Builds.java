package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a processor costs a build. */
final class Builds {

  private static final String[] OURS = {"MultiShot", "MULTISHOT"};

  private static final String[][] PROCESSORS = {
    OURS,
    {"AutoValue", "AUTO_VALUE"},
    {"Immutables", "IMMUTABLES"},
    {"record-builder", "RECORD_BUILDER"}
  };

  private static final List<String> DECLARES = List.of("VALUE", "MESSAGE");

  private static final String SOURCE = "sourcePerDeclaration";

  private static final List<Integer> COUNTS = List.of(1, 10, 100, 1000);

  private Builds() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (String declares : DECLARES) {
      sections.add(
          times(
              "cold",
              declares,
              "`javac` compiles so many declarations of %s, first thing in its virtual machine, as"
                  + " in a build by Maven. The time without a processor is subtracted. The"
                  + " processors do not generate the same: a channel is six or seven classes, a"
                  + " value of AutoValue one."));
      sections.add(
          times(
              "warm",
              declares,
              "The same of %s in a virtual machine that has compiled before, as in a build"
                  + " daemon."));
    }
    Section processing =
        new Section(
                "build-processing",
                "What a processor adds to a build, warm, by itself",
                "The same of one `long`, but the generated sources are not compiled: the processor"
                    + " runs, and `javac` parses what it wrote.")
            .along("declarations");
    addAll(processing, "warm", "VALUE", "ONLY", 100);
    sections.add(processing);
    for (String declares : DECLARES) {
      sections.add(
          figure("build-source", "The generated source of one declaration", declares, SOURCE));
      sections.add(figure("build-classes", "The generated class files", declares, "classFiles"));
    }
    sections.add(figure("build-heap", "The most heap that a build takes", "VALUE", "heapPeak"));
    return sections;
  }

  /** What a processor adds to a build. */
  static Case share(
      String method, String over, String declares, String processing, int declarations) {
    return new Case(
        named(over),
        Role.PEER,
        "",
        Trial.parse(trial(method, over, declares, processing, declarations)),
        Measured.TIME,
        Trial.parse(trial(method, over, declares, "NONE", declarations)),
        false);
  }

  /** The name of a processor as the report shows it. */
  private static String named(String over) {
    return Stream.of(PROCESSORS)
        .filter(processor -> processor[1].equals(over))
        .findAny()
        .orElseThrow()[0];
  }

  private static Section times(String method, String declares, String text) {
    Section section =
        new Section(
                "build-" + method + suffix(declares),
                "What a processor adds to a build, " + method + ", " + declared(declares),
                text.formatted(declared(declares)))
            .along("declarations");
    for (int declarations : COUNTS) {
      addAll(section, method, declares, "FULL", declarations);
    }
    return section;
  }

  private static String suffix(String declares) {
    return declares.equals("VALUE") ? "" : "-message";
  }

  static String declared(String declares) {
    return declares.equals("VALUE") ? "one `long`" : "four fields";
  }

  private static void addAll(
      Section section, String method, String declares, String processing, int declarations) {
    section.at(String.valueOf(declarations));
    for (String[] processor : PROCESSORS) {
      add(section, processor, method, processing, declares, declarations);
    }
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

  private static Section figure(String id, String title, String declares, String figure) {
    Section section =
        new Section(
                id + suffix(declares),
                title + ", " + declared(declares),
                "Of 1000 declarations of %s, in a new virtual machine."
                    .formatted(declared(declares)))
            .figure(figure);
    for (String[] processor : PROCESSORS) {
      String trial = trial("cold", processor[1], declares, "FULL", 1000);
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
