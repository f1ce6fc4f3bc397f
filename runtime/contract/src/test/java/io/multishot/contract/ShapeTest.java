package io.multishot.contract;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A part of the contract, tested with one channel of each shape: what is too long for all kinds.
 */
@Tag("production")
@ParameterizedClass(name = "{0}")
@MethodSource("shapes")
abstract class ShapeTest {

  private static final Set<String> SHAPES =
      Set.of("long", "unpadded long", "unpadded Object", "view of an interface", "record");

  final Subject subject;
  final Line line;

  ShapeTest(Subject subject) {
    this.subject = subject;
    this.line = subject.line();
  }

  static Stream<Subject> shapes() {
    return Subjects.all().filter(subject -> SHAPES.contains(subject.name()));
  }
}
