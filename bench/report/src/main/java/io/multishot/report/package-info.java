/**
 * One command that measures the generated channels beside their peers, on each JDK, and tells it in
 * tables and charts.
 *
 * <p>{@link io.multishot.report.Catalogue} says what is measured and what it is compared with,
 * {@link io.multishot.report.Campaign} has JMH run it, in rounds, and {@link
 * io.multishot.report.Chapters} works out what is shown. Between them lie files in JMH's own
 * format, so that a report can be written again, or compared with another, without measuring.
 */
@NullMarked
package io.multishot.report;

import org.jspecify.annotations.NullMarked;
