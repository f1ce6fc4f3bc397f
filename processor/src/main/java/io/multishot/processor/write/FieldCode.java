package io.multishot.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Field;
import java.util.Arrays;
import java.util.Objects;

/** Expressions of a field of a view. */
final class FieldCode {

  private final Source source;
  private final Field field;

  FieldCode(Source source, Field field) {
    this.source = source;
    this.field = field;
  }

  /** Compares the field with that of the view {@code that}. */
  CodeBlock isEqual() {
    CodeBlock other = CodeBlock.of("that.$N()", field.name());
    if (field.isReference()) {
      return CodeBlock.of("$T.$L($L, $L)", helper(), deep("equals"), value(), other);
    }
    TypeName type = field.type();
    return type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)
        ? CodeBlock.of("$T.compare($L, $L) == 0", source.box(type), value(), other)
        : CodeBlock.of("$L == $L", value(), other);
  }

  CodeBlock hash() {
    return CodeBlock.of("$T.$L($L)", helper(), deep("hashCode"), value());
  }

  /** What a string shows of the field. */
  CodeBlock text() {
    return field.isArray()
        ? CodeBlock.of("$T.$L($L)", source.use(Arrays.class), deep("toString"), value())
        : value();
  }

  /** Calls the accessor of this view. A bare call of a method named yield would not compile. */
  private CodeBlock value() {
    return CodeBlock.of(field.name().equals("yield") ? "this.$N()" : "$N()", field.name());
  }

  /** The class whose static methods compare and hash such a field: an array by its contents. */
  private TypeName helper() {
    if (field.isReference()) {
      return source.use(field.isArray() ? Arrays.class : Objects.class);
    }
    return source.box(field.type());
  }

  /** The method's name, or for an array of arrays that of its deep variant. */
  private String deep(String method) {
    boolean isDeep =
        field.type() instanceof ArrayTypeName array
            && array.componentType() instanceof ArrayTypeName;
    return isDeep ? "deep" + Character.toUpperCase(method.charAt(0)) + method.substring(1) : method;
  }
}
