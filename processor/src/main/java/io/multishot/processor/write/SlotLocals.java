package io.multishot.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Message;
import java.util.ArrayList;
import java.util.List;

/** The local variables into which the fields of a message are read, before its slot is free. */
final class SlotLocals {

  private final Message message;
  private final List<CodeBlock> names = new ArrayList<>();

  SlotLocals(Message message) {
    this.message = message;
    for (int i = 0; i < message.fields().size(); i++) {
      names.add(message.hasView() ? CodeBlock.of("part$L", i) : CodeBlock.of("value"));
    }
  }

  /** Declares them. */
  CodeBlock read(String slot) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<SlotField> fields = SlotField.of(message);
    for (int i = 0; i < fields.size(); i++) {
      SlotField field = fields.get(i);
      TypeName type = bare(field.field().type());
      code.addStatement("$T $L = $L", type, names.get(i), field.read(slot));
    }
    return code.build();
  }

  /** A type without annotations: ProGuard fails on those of local variables. */
  private static TypeName bare(TypeName type) {
    if (type instanceof ParameterizedTypeName parameterized) {
      List<TypeName> arguments =
          parameterized.typeArguments().stream().map(SlotLocals::bare).toList();
      ClassName raw = parameterized.rawType();
      ParameterizedTypeName outer = parameterized.enclosingType();
      return outer == null
          ? ParameterizedTypeName.get(raw.withoutAnnotations(), arguments.toArray(new TypeName[0]))
          : ((ParameterizedTypeName) bare(outer)).nestedClass(raw.simpleName(), arguments);
    }
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(bare(array.componentType()));
    }
    return type.withoutAnnotations();
  }

  CodeBlock name(int index) {
    return names.get(index);
  }

  CodeBlock asArguments() {
    return ElementWriter.joined(names);
  }

  /** The value, or a new record of the type {@code made}. */
  CodeBlock message(TypeName made) {
    return message.hasView() ? CodeBlock.of("new $T($L)", made, asArguments()) : names.get(0);
  }
}
