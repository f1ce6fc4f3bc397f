package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.TargetOptions;
import javax.lang.model.element.Modifier;

/** Writes the constructor of a slab, and the methods that call it. */
final class SlabOpenWriter extends ElementWriter {

  SlabOpenWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder slab) {
    slab.addMethod(constructor()).addMethod(open()).addMethod(openWithSeed());
  }

  private MethodSpec constructor() {
    int references = 0;
    for (Field field : message.fields()) {
      references += field.isReference() ? 1 : 0;
    }
    TargetOptions options = target.options();
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(int.class, "capacity")
        .addParameter(long.class, "seed")
        .addStatement(
            "super(capacity,$Wseed,$W/* idBits= */ $L,$W/* hasDeadlines= */ $L,"
                + "$W/* isPadded= */ $L,$W/* primitives= */ $L,$W/* references= */ $L)",
            options.idBits(),
            options.hasDeadlines(),
            options.isPadded(),
            message.fields().size() - references,
            references)
        .build();
  }

  private MethodSpec open() {
    return openMethod("Opens a slab, with all slots free.\n\n")
        .addJavadoc(
            """
            @return the new slab
            @throws IllegalArgumentException if there are too many slots, or none
            """)
        .addStatement("return new $T(capacity, anySeed())", names.self())
        .build();
  }

  private MethodSpec openWithSeed() {
    return openMethod(
            "Opens a slab, with all slots free, whose ids can be foreseen: for tests and"
                + " replays.\n\n")
        .addParameter(long.class, "seed")
        .addJavadoc(
            """
            @param seed where the ids begin: with the same seed they are the same
            @return the new slab
            @throws IllegalArgumentException if there are too many slots, or none
            """)
        .addStatement("return new $T(capacity, seed)", names.self())
        .build();
  }

  private MethodSpec.Builder openMethod(String javadoc) {
    TypeName self = names.self();
    return publicMethod("open", self)
        .addJavadoc(javadoc)
        .addJavadoc(typeParameters())
        .addJavadoc("@param capacity how many slots it has\n")
        .addModifiers(Modifier.STATIC)
        .addTypeVariables(target.typeVariables())
        .addParameter(int.class, "capacity")
        .addCode(requireLevel());
  }
}
