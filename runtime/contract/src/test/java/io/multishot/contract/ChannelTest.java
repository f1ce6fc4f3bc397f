package io.multishot.contract;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of the contract, tested with a fresh channel of every kind. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.multishot.contract.Subjects#all")
abstract class ChannelTest<R extends MultiShotReceiver, S extends MultiShotSender> {

  final Subject<R, S> subject;
  final Line<R, S> line;

  ChannelTest(Subject<R, S> subject) {
    this.subject = subject;
    this.line = subject.line();
  }
}
