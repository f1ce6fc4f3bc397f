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
 * @param isSentInParts whether there is a {@code send} of the parts
 */
record Message(
    Form form,
    TypeName type,
    List<Field> fields,
    boolean isVarArgs,
    boolean isChecked,
    boolean isSentInParts) {

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
    return new Message(Form.VALUE, type, List.of(new Field("value", type)), false, false, true);
  }

  boolean is(Form other) {
    return form == other;
  }

  boolean hasReferences() {
    return fields.stream().anyMatch(Field::isReference);
  }
}
