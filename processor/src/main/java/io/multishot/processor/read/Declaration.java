package io.multishot.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A declaration while it is read.
 *
 * @param element the annotated type
 * @param annotation its {@code @MultiShot}
 * @param reporter where its problems are reported
 * @param scope where its channel is generated
 * @param types how the types in it are named
 * @param referenced the types that its channel will reference, as far as they are read
 */
record Declaration(
    TypeElement element,
    MultiShotMirror annotation,
    Reporter reporter,
    TargetScope scope,
    TypeNames types,
    ReferencedTypes referenced) {

  static Declaration of(
      TypeElement element,
      MultiShotMirror annotation,
      Reporter reporter,
      Elements elements,
      KnownClasses classes,
      PendingChannels pending) {
    TargetScope scope = new TargetScope(elements, classes, element, pending);
    ReferencedTypes referenced = new ReferencedTypes(elements, scope.packageName(), pending);
    return new Declaration(
        element,
        annotation,
        reporter,
        scope,
        new TypeNames(element, scope, new NullnessReader(scope, referenced)),
        referenced);
  }

  String name() {
    return element.getSimpleName().toString();
  }
}
