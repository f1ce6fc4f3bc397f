package io.multishot.processor.read;

import io.multishot.processor.model.Message;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what one shot carries, in each of the forms in which it can be declared. */
final class MessageReader {

  private final PayloadReader payloads;
  private final AccessorReader accessors;
  private final ComponentReader components;

  MessageReader(Elements elements, Types types) {
    this.payloads = new PayloadReader(types);
    this.accessors = new AccessorReader(types);
    this.components = new ComponentReader(elements, types);
  }

  /**
   * Returns the message of {@code declaration}; empty if it is in error, and reported.
   *
   * @throws UnresolvedException if it references a type that does not exist yet
   */
  Optional<Message> read(Declaration declaration) {
    Optional<AnnotationValue> type = declaration.annotation().value("type");
    if (declaration.element().getKind() == ElementKind.RECORD) {
      type.ifPresent(
          value ->
              declaration.reporter().errorAt(value, Problem.TYPE_ON_RECORD, declaration.name()));
      return components.read(declaration);
    }
    return type.isPresent() ? payloads.read(declaration, type.get()) : accessors.read(declaration);
  }
}
