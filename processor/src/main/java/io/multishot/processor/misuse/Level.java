package io.multishot.processor.misuse;

import javax.tools.Diagnostic;

/** How misuse is told. */
enum Level {
  OFF(Diagnostic.Kind.NOTE),
  WARN(Diagnostic.Kind.WARNING),
  ERROR(Diagnostic.Kind.ERROR);

  final Diagnostic.Kind kind;

  Level(Diagnostic.Kind kind) {
    this.kind = kind;
  }
}
