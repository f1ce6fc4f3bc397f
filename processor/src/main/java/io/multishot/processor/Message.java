package io.multishot.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * What one shot carries.
 *
 * @param form how it was declared, and so how it is received
 * @param type what the receiver gets
 * @param fields its parts, in the order in which they are sent
 * @param isVarArgs whether the last part is sent as variable arguments
 * @param isChecked whether the record has a constructor of its own, which may refuse or change what
 *     it is given
 */
record Message(Form form, TypeName type, List<Field> fields, boolean isVarArgs, boolean isChecked) {

  /** How a message is declared. */
  enum Form {
    /** By {@code type = ...}: the one field is the message. */
    VALUE,
    /** By the accessors of an interface: received as a view of the channel's own memory. */
    VIEW,
    /** By the components of a record: received as a new record, or as a view. */
    RECORD
  }

  static Message ofValue(TypeName type) {
    return new Message(Form.VALUE, type, List.of(new Field("value", type)), false, false);
  }

  boolean is(Form other) {
    return form == other;
  }

  /**
   * Whether there is a {@code send} of the parts. A record whose only part is of its own type has
   * none: it could not be told from the {@code send} of the whole.
   */
  boolean isSentInParts() {
    return !(form == Form.RECORD
        && fields.size() == 1
        && fields.get(0).type().withoutAnnotations().equals(type.withoutAnnotations()));
  }

  boolean hasReferences() {
    return fields.stream().anyMatch(Field::isReference);
  }
}
