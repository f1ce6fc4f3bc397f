package io.multishot.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * What one shot carries.
 *
 * @param form how it was declared, and so how it is received
 * @param type what the receiver gets
 * @param fields its fields, in the order in which they are sent
 * @param isVarArgs whether the last field is sent as variable arguments
 * @param isChecked whether the record has an explicit canonical constructor, which may refuse or
 *     change its arguments
 * @param isSentByField whether there is a {@code send} that takes the fields
 */
public record Message(
    Form form,
    TypeName type,
    List<Field> fields,
    boolean isVarArgs,
    boolean isChecked,
    boolean isSentByField) {

  /** How a message is declared. */
  public enum Form {
    /** By {@code type = ...}: its one field is the message. */
    VALUE,
    /**
     * By the accessors of an interface: received as a view of the channel's memory, or by a copy.
     */
    VIEW,
    /** By the components of a record: received as a new record, or as a view. */
    RECORD,
    /** By the methods of an interface, which are called: its fields hold questions and answers. */
    CALL
  }

  /** Returns the message that is a value of {@code type}. */
  public static Message ofValue(TypeName type) {
    return new Message(Form.VALUE, type, List.of(new Field("value", type)), false, false, true);
  }

  /** Returns the message of the interface {@code type}, whose accessors are {@code fields}. */
  public static Message ofAccessors(TypeName type, List<Field> fields) {
    return new Message(Form.VIEW, type, fields, false, false, true);
  }

  /** Returns the message of the record {@code type}, whose components are {@code fields}. */
  public static Message ofComponents(
      TypeName type,
      List<Field> fields,
      boolean isVarArgs,
      boolean isChecked,
      boolean isSentByField) {
    return new Message(Form.RECORD, type, fields, isVarArgs, isChecked, isSentByField);
  }

  /** Returns what a cell of the called interface {@code type} holds. */
  public static Message ofCalls(TypeName type, List<Field> fields) {
    return new Message(Form.CALL, type, fields, false, false, false);
  }

  public boolean is(Form other) {
    return form == other;
  }

  /** Whether the channel has a class {@code View} of this message. */
  public boolean hasView() {
    return form == Form.VIEW || form == Form.RECORD;
  }

  public boolean hasReferences() {
    for (Field field : fields) {
      if (field.isReference()) {
        return true;
      }
    }
    return false;
  }
}
