/**
 * One command, {@link io.multishot.report.Report}, that measures the generated channels beside
 * their peers, on each JDK, and writes tables and charts.
 *
 * <p>{@link io.multishot.report.Catalogue} lists what is measured and what it is compared with,
 * {@link io.multishot.report.Campaign} runs it with JMH, in rounds, and {@link
 * io.multishot.report.Chapters} works out the text and the tables. {@link
 * io.multishot.report.Charts} chooses how a section is drawn: as a {@link
 * io.multishot.report.BarChart} or a {@link io.multishot.report.CurveChart}. The results are kept
 * in JMH's JSON, shortened, so that a report can be drawn again, or compared with another, without
 * measuring. {@link io.multishot.report.Folders} alone knows where everything lies.
 */
@NullMarked
package io.multishot.report;

import org.jspecify.annotations.NullMarked;
