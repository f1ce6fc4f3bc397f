package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A declaration while it is read.
 *
 * @param request the declaration with one of its annotations
 * @param reporter where its problems are reported
 * @param scope where its target is generated
 * @param types how the types in it are named
 * @param referenced the types that its target will reference, as far as they are read
 */
record Declaration(
    Request request,
    Reporter reporter,
    TargetScope scope,
    TypeNames types,
    ReferencedTypes referenced) {

  static Declaration of(
      Request request,
      Reporter reporter,
      Elements elements,
      KnownClasses classes,
      PendingTargets pending) {
    TargetScope scope = new TargetScope(elements, classes, request.element(), pending);
    ReferencedTypes referenced = new ReferencedTypes(elements, scope.packageName(), pending);
    return new Declaration(
        request,
        reporter,
        scope,
        new TypeNames(request, scope, new NullnessReader(scope, referenced)),
        referenced);
  }

  TypeElement element() {
    return request.element();
  }

  TargetKind kind() {
    return request.kind();
  }

  RequestMirror annotation() {
    return request.annotation();
  }

  String name() {
    return request.simpleName();
  }
}
