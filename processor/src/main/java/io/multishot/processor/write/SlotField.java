package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a message as it lies in a slot of a slab: a part of 64 bits, or a reference.
 *
 * @param field the field
 * @param number its number, among the primitive parts or among the references
 */
record SlotField(Field field, int number) {

  static List<SlotField> of(Message message) {
    List<SlotField> fields = new ArrayList<>();
    int primitives = 0;
    int references = 0;
    for (Field field : message.fields()) {
      fields.add(new SlotField(field, field.isReference() ? references++ : primitives++));
    }
    return fields;
  }

  /** Writes the parameter that is named like the field. */
  CodeBlock write(String slot) {
    String name = field.name();
    if (field.isReference()) {
      return CodeBlock.of("setPart($N, $L, $N)", slot, number, name);
    }
    if (is(TypeName.FLOAT)) {
      return CodeBlock.of("setFloat($N, $L, $N)", slot, number, name);
    }
    if (is(TypeName.DOUBLE)) {
      return CodeBlock.of("setDouble($N, $L, $N)", slot, number, name);
    }
    return CodeBlock.of(
        is(TypeName.BOOLEAN) ? "setBits($N, $L, $N ? 1 : 0)" : "setBits($N, $L, $N)",
        slot,
        number,
        name);
  }

  /** An expression of its value. */
  CodeBlock read(String slot) {
    if (field.isReference()) {
      return CodeBlock.of("part($L, $L)", slot, number);
    }
    if (is(TypeName.FLOAT)) {
      return CodeBlock.of("floatAt($L, $L)", slot, number);
    }
    if (is(TypeName.DOUBLE)) {
      return CodeBlock.of("doubleAt($L, $L)", slot, number);
    }
    CodeBlock bits = CodeBlock.of("bits($L, $L)", slot, number);
    if (is(TypeName.BOOLEAN)) {
      return CodeBlock.of("$L != 0", bits);
    }
    return is(TypeName.LONG) ? bits : CodeBlock.of("($T) $L", field.type(), bits);
  }

  private boolean is(TypeName type) {
    return field.type().equals(type);
  }
}
