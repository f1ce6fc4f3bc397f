package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cases that are compared with each other: one chart and one table.
 *
 * <p>Made by {@code floor}, {@code ours} and {@code peer}, one call a case, with the calls before
 * saying what holds for those that follow.
 */
final class Section {

  final String id;
  final String title;
  final String text;

  private final List<Case> cases = new ArrayList<>();
  private String axis = "";
  private String at = "";
  private String figure = Measured.TIME;
  private boolean isQuick;
  private boolean isCommitted;

  /**
   * A section without cases.
   *
   * @param id what its chart's file is called
   * @param text what one operation is, and what to look for
   */
  Section(String id, String title, String text) {
    this.id = id;
    this.title = title;
    this.text = text;
  }

  /** Makes it a curve. */
  Section along(String newAxis) {
    axis = newAxis;
    return this;
  }

  /** Has the chart committed, for it is shown where the project is introduced. */
  Section committed() {
    isCommitted = true;
    return this;
  }

  boolean isCommitted() {
    return isCommitted;
  }

  /** The place on the axis of the cases that follow. */
  Section at(String newAt) {
    at = newAt;
    return this;
  }

  /** Which result of the cases that follow is shown. */
  Section figure(String newFigure) {
    figure = newFigure;
    return this;
  }

  /** Whether a quick run has the cases that follow. */
  Section quick(boolean newQuick) {
    isQuick = newQuick;
    return this;
  }

  Section floor(String series, String trial) {
    return add(series, Role.FLOOR, trial);
  }

  Section ours(String series, String trial) {
    return add(series, Role.OURS, trial);
  }

  Section peer(String series, String trial) {
    return add(series, Role.PEER, trial);
  }

  /** Subtracts a trial from the last case. */
  Section less(String trial) {
    Case last = cases.remove(cases.size() - 1);
    cases.add(
        new Case(
            last.series(),
            last.role(),
            last.at(),
            last.trial(),
            last.figure(),
            Trial.parse(trial),
            last.isQuick()));
    return this;
  }

  private Section add(String series, Role role, String trial) {
    cases.add(new Case(series, role, at, Trial.parse(trial), figure, null, isQuick));
    return this;
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  /** Whether each case is a multiple of another that its trial ran, too. */
  boolean isOfMultiples() {
    return cases.get(0).figure().equals(Measured.RATIO);
  }

  /** What the curve is along; "" if it is none. */
  String axis() {
    return axis;
  }

  /** The places on the axis, in the order of their first case. */
  List<String> places() {
    Set<String> places = new LinkedHashSet<>();
    cases.forEach(each -> places.add(each.at()));
    return List.copyOf(places);
  }

  List<String> series() {
    Set<String> series = new LinkedHashSet<>();
    cases.forEach(each -> series.add(each.series()));
    return List.copyOf(series);
  }

  @Nullable Case find(String series, String place) {
    for (Case each : cases) {
      if (each.series().equals(series) && each.at().equals(place)) {
        return each;
      }
    }
    return null;
  }

  /** The channel that the others at this place are compared with: the first one. */
  @Nullable Case ours(String place) {
    return first(Role.OURS, place);
  }

  /** What is drawn as 1: the floor, or where there is none the channel. */
  @Nullable Case reference(String place) {
    Case floor = first(Role.FLOOR, place);
    return floor != null ? floor : ours(place);
  }

  private @Nullable Case first(Role role, String place) {
    for (Case each : cases) {
      if (each.role() == role && each.at().equals(place)) {
        return each;
      }
    }
    return null;
  }
}
