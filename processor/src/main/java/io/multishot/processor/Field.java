package io.multishot.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;

/**
 * A part of what one shot carries.
 *
 * @param name the name of the accessor or the component that it came from
 * @param type its type, with the nullness that was declared
 */
record Field(String name, TypeName type) {

  boolean isReference() {
    return !type.isPrimitive();
  }

  boolean isArray() {
    return type instanceof ArrayTypeName;
  }
}
