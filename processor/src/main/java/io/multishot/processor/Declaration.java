package io.multishot.processor;

import javax.lang.model.element.TypeElement;

/**
 * A declaration while it is read.
 *
 * @param element the annotated type
 * @param annotation its {@code @MultiShot}
 * @param reporter where to tell what is wrong with it
 * @param types how to name the types in it
 * @param mentioned the types that its channel will mention, as far as they are read
 */
record Declaration(
    TypeElement element,
    MultiShotMirror annotation,
    Reporter reporter,
    TypeNames types,
    MentionedTypes mentioned) {

  String name() {
    return element.getSimpleName().toString();
  }
}
