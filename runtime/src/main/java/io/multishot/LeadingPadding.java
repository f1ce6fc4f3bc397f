package io.multishot;

/**
 * Keeps what lies before a padded sender in memory off the lines of its state and payload: 128
 * bytes, two lines, because processors fetch lines in pairs. (The JDK's {@code @Contended} pads as
 * much.)
 *
 * <p>The {@code int} fills the gap that a 12-byte object header leaves; otherwise the virtual
 * machine would put the state there, before the padding.
 */
abstract sealed class LeadingPadding extends MultiShotSender permits PaddedSender {
  int gap;
  long b00;
  long b01;
  long b02;
  long b03;
  long b04;
  long b05;
  long b06;
  long b07;
  long b08;
  long b09;
  long b10;
  long b11;
  long b12;
  long b13;
  long b14;
  long b15;
}
