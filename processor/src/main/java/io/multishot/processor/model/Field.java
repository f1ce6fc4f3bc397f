package io.multishot.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;

/**
 * A field of a message: its one value, an accessor's result, or a component.
 *
 * @param name the name of the accessor or the component
 * @param type its type, with the nullness that was declared
 */
public record Field(String name, TypeName type) {

  public boolean isReference() {
    return !type.isPrimitive();
  }

  public boolean isArray() {
    return type instanceof ArrayTypeName;
  }
}
