package io.multishot.contract;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of the contract, tested with a fresh channel of every kind. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.multishot.contract.Subjects#all")
abstract class ChannelTest {

  final Subject subject;
  final Line line;

  ChannelTest(Subject subject) {
    this.subject = subject;
    this.line = subject.line();
  }
}
