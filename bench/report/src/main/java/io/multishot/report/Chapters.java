package io.multishot.report;

import io.multishot.report.Block.Chart;
import io.multishot.report.Block.Heading;
import io.multishot.report.Block.Paragraph;
import io.multishot.report.Block.Table;
import io.multishot.report.Case.Role;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out the text and the tables of a report. */
final class Chapters {

  private final List<Machine> machines;
  private final List<Results> jdks;
  private final List<Block> blocks = new ArrayList<>();

  private Chapters(List<Machine> machines, List<Results> jdks) {
    this.machines = machines;
    this.jdks = jdks;
  }

  /**
   * The whole report.
   *
   * @param machines of the first run, and of those added to it
   * @param jdks in the order of their releases
   */
  static List<Block> of(
      String title,
      List<Machine> machines,
      List<Results> jdks,
      List<Budget> budgets,
      List<Section> sections) {
    Chapters chapters = new Chapters(machines, jdks);
    chapters.blocks.add(new Heading(1, title));
    chapters.addMachine();
    chapters.addBudgets(budgets);
    sections.forEach(chapters::add);
    return chapters.blocks;
  }

  private void addMachine() {
    List<String> releases = new ArrayList<>();
    for (Results results : jdks) {
      releases.add("JDK %d: %s".formatted(results.release(), results.virtualMachine()));
    }
    Machine first = machines.get(0);
    StringBuilder text =
        new StringBuilder(
            ("Measured on %s, the %s run of %s rounds: %s. %s. G1, unless another collector is"
                    + " named.")
                .formatted(
                    first.date(),
                    first.set(),
                    rounds(),
                    first.hardware(),
                    String.join("; ", releases)));
    for (Machine later : machines.subList(1, machines.size())) {
      text.append(" Added on %s (%s): %s.".formatted(later.date(), later.set(), later.hardware()));
    }
    blocks.add(new Paragraph(text.toString()));
    blocks.add(
        new Paragraph(
            "In each round every case runs in a virtual machine of its own, next to its peers. A"
                + " ratio is the geometric"
                + (" mean of the rounds' ratios, ± half of the interval in which it lies with 95 %%"
                        + " confidence. Where one end of that interval is more than %s times the"
                        + " other, the report says *too noisy*, and draws no bar.")
                    .formatted(Numbers.digits(Estimate.WIDEST))
                + machines.stream()
                    .filter(machine -> !machine.isQuiet())
                    .map(
                        machine ->
                            (" **The machine was not quiet when the run of %s began: its load was"
                                    + " %s.**")
                                .formatted(machine.date(), Numbers.digits(machine.load())))
                    .collect(Collectors.joining())
                + (first.counters()
                    ? ""
                    : " This machine does not let its processors' counters be read: the tables have"
                        + " no instructions, cycles or cache misses.")));
  }

  /** They differ where some trials were run once more, or a run was interrupted. */
  private String rounds() {
    IntSummaryStatistics rounds =
        jdks.stream()
            .flatMapToInt(results -> results.trials().stream().mapToInt(results::rounds))
            .summaryStatistics();
    return rounds.getMin() == rounds.getMax()
        ? String.valueOf(rounds.getMax())
        : rounds.getMin() + " to " + rounds.getMax();
  }

  private void addBudgets(List<Budget> budgets) {
    List<String> head = new ArrayList<>(List.of("", "budget"));
    jdks.forEach(results -> head.add("JDK " + results.release()));
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : budgets) {
      List<String> row = new ArrayList<>();
      row.add(budget.what());
      row.add(budget.printedLimit());
      jdks.forEach(
          results -> row.add(Objects.requireNonNullElse(budget.verdict(results), Numbers.NOT_RUN)));
      rows.add(row);
    }
    blocks.add(new Heading(2, "Budgets"));
    blocks.add(
        new Paragraph(
            "The limits were set before anything was measured. A budget is met if the figure is"
                + " within it; *within the error* says that the budget lies within the figure's"
                + " interval."));
    blocks.add(new Table(head, rows));
  }

  private void add(Section section) {
    List<Results> measured = jdks.stream().filter(results -> has(results, section)).toList();
    if (measured.isEmpty()) {
      return;
    }
    blocks.add(new Heading(2, section.title));
    blocks.add(new Paragraph(section.text));
    if (section.axis().isEmpty()) {
      addChart(section.id, section, Charts.compare(section, jdks));
      blocks.add(section.isOfMultiples() ? multiples(section) : table(section));
    } else {
      for (Results results : measured) {
        String id = section.id + "-jdk" + results.release();
        addChart(id, section, Charts.along(section, results));
        blocks.add(table(section, results));
      }
    }
  }

  private static boolean has(Results results, Section section) {
    return section.cases().stream().anyMatch(each -> results.of(each).length > 0);
  }

  private void addChart(String id, Section section, @Nullable String svg) {
    if (svg != null) {
      blocks.add(new Chart(id + ".svg", section.title, svg, section.isCommitted()));
    }
  }

  /** A row for each case, and a column for each JDK. */
  private Table multiples(Section section) {
    List<String> head = new ArrayList<>(List.of(""));
    jdks.forEach(results -> head.add("JDK " + results.release()));
    List<List<String>> rows = new ArrayList<>();
    for (Case each : section.cases()) {
      List<String> row = new ArrayList<>(List.of(each.series()));
      jdks.forEach(results -> row.add(Numbers.ratio(results.estimate(each))));
      rows.add(row);
    }
    return new Table(head, rows);
  }

  /** A row for each case, and columns for each JDK. */
  private Table table(Section section) {
    Case reference = Objects.requireNonNull(section.reference(""), section.id);
    Case ours = Objects.requireNonNull(section.ours(""), section.id);
    boolean isOfTime = section.cases().get(0).figure().equals(Measured.TIME);
    List<Counters.Counter> counters =
        Counters.SHOWN.stream().filter(counter -> has(reference, counter.figure())).toList();
    List<String> head = new ArrayList<>(List.of(""));
    for (Results results : jdks) {
      head.add("JDK " + results.release());
      if (!reference.equals(ours)) {
        head.add("× " + reference.series());
      }
      head.add(ours.series() + " ÷ it");
      if (isOfTime) {
        head.add("B/op");
        counters.forEach(counter -> head.add(counter.label()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (Case each : section.cases()) {
      List<String> row = new ArrayList<>(List.of(name(each)));
      for (Results results : jdks) {
        row.add(value(results, each));
        if (!reference.equals(ours)) {
          row.add(each.equals(reference) ? "1" : ratio(results, each, reference));
        }
        row.add(each.equals(ours) ? "1" : ratio(results, ours, each));
        if (isOfTime) {
          double bytes = results.median(each, Measured.ALLOCATED);
          row.add(Double.isNaN(bytes) ? Numbers.NOT_RUN : Numbers.bytes(bytes));
          for (Counters.Counter counter : counters) {
            double count = results.median(each, counter.figure());
            row.add(Double.isNaN(count) ? Numbers.NOT_RUN : Numbers.digits(count));
          }
        }
      }
      rows.add(row);
    }
    return new Table(head, rows);
  }

  private boolean has(Case wanted, String figure) {
    return jdks.stream().anyMatch(results -> !Double.isNaN(results.median(wanted, figure)));
  }

  /** A row for each series, and a column for each place on the axis. */
  private static Table table(Section section, Results results) {
    List<String> head = new ArrayList<>();
    head.add("JDK %d; %s".formatted(results.release(), section.axis()));
    head.addAll(section.places());
    List<List<String>> rows = new ArrayList<>();
    for (String series : section.series()) {
      List<String> row = new ArrayList<>();
      row.add(series);
      for (String place : section.places()) {
        Case each = section.find(series, place);
        Case reference = section.reference(place);
        if (each == null || reference == null || results.of(each).length == 0) {
          row.add(Numbers.NOT_RUN);
        } else if (each.equals(reference)) {
          row.add(value(results, each));
        } else {
          row.add("%s (%s ×)".formatted(value(results, each), ratio(results, each, reference)));
        }
      }
      rows.add(row);
    }
    return new Table(head, rows);
  }

  private static String name(Case each) {
    return each.role() == Role.FLOOR ? each.series() + " (floor)" : each.series();
  }

  private static String value(Results results, Case each) {
    Estimate estimate = results.estimate(each);
    if (estimate == null) {
      return Numbers.NOT_RUN;
    }
    boolean isTime = results.isTime(each);
    String unit = results.unit(each);
    if (estimate.isTooWide()) {
      return Double.isFinite(estimate.high()) && estimate.low() > 0
          ? "too noisy (%s to %s)"
              .formatted(
                  Numbers.quantity(estimate.low(), isTime, unit),
                  Numbers.quantity(estimate.high(), isTime, unit))
          : "too noisy";
    }
    return Numbers.quantity(estimate.value(), isTime, unit);
  }

  private static String ratio(Results results, Case above, Case below) {
    return Numbers.ratio(results.ratio(above, below));
  }
}
