package io.multishot.bench.floor;

/**
 * The padding in front of a field: a superclass's fields come first in memory. The {@code int}
 * fills the gap behind a 12-byte object header, where the field itself would go otherwise.
 */
public class PaddingBefore {
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
