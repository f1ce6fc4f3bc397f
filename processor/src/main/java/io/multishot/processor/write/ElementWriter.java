package io.multishot.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.InnerNames;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the writers have in common, each of which writes a class or some methods. */
abstract class ElementWriter {

  /** The parameter that names a shot, where no field is a parameter as well. */
  static final String ID = "id";

  final Source source;
  final Target target;
  final Message message;
  final InnerNames names;

  ElementWriter(Source source) {
    this.source = source;
    this.target = source.target();
    this.message = target.message();
    this.names = source.names();
  }

  final TypeSpec.Builder generatedClass(ClassName name) {
    return TypeSpec.classBuilder(name).addAnnotation(source.use(RuntimeNames.GENERATED));
  }

  /** Begins a static nested class, with the type parameters of the target. */
  final TypeSpec.Builder nestedClass(String name, String javadoc) {
    return describe(generatedClass(names.raw(name)).addModifiers(Modifier.STATIC), javadoc);
  }

  /** Adds Javadoc and the type parameters of the target. */
  final TypeSpec.Builder describe(TypeSpec.Builder type, String javadoc) {
    type.addJavadoc(javadoc).addTypeVariables(target.typeVariables());
    if (target.isGeneric()) {
      type.addJavadoc("\n").addJavadoc(typeParameters());
    }
    return type;
  }

  final CodeBlock typeParameters() {
    CodeBlock.Builder javadoc = CodeBlock.builder();
    for (TypeVariableName variable : target.typeVariables()) {
      javadoc.add("@param <$L> a type parameter of {@link $T}\n", variable.name(), declaration());
    }
    return javadoc.build();
  }

  /** The annotated type. */
  final ClassName declaration() {
    return source.use(target.declaration());
  }

  static MethodSpec privateConstructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }

  static MethodSpec.Builder publicMethod(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returned);
  }

  /** Begins a method that is called for its result only. */
  final MethodSpec.Builder resultMethod(String name, TypeName returned) {
    return publicMethod(name, returned).addAnnotation(source.use(RuntimeNames.CHECK_RETURN_VALUE));
  }

  /** Begins a method that implements one of the runtime's. */
  final MethodSpec.Builder implementation(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(source.use(Override.class))
        .addModifiers(Modifier.PROTECTED);
  }

  /** Marks a type as nullable, if generated code can say that. */
  final TypeName nullable(TypeName type) {
    Optional<ClassName> annotation = target.nullness().nullable();
    return annotation.isPresent()
        ? type.annotated(AnnotationSpec.builder(source.use(annotation.get())).build())
        : type;
  }

  /** Says how it waits, unless that is the default. */
  final void addWaitPolicyTo(TypeSpec.Builder type) {
    addWaitPolicyTo(type, "waitPolicy", target.options().waitPolicy());
    addWaitPolicyTo(type, "serverWaitPolicy", target.options().serverWaitPolicy());
  }

  private void addWaitPolicyTo(TypeSpec.Builder type, String name, Optional<String> policy) {
    if (policy.isPresent()) {
      ClassName policies = source.use(RuntimeNames.WAIT_POLICY);
      type.addMethod(
          implementation(name)
              .returns(policies)
              .addStatement("return $T.$L", policies, policy.get())
              .build());
    }
  }

  /** Checks, before anything else, that the runtime serves the class. */
  final CodeBlock requireLevel() {
    return CodeBlock.of(
        "$T.require($L);\n", source.use(RuntimeNames.API_LEVEL), RuntimeNames.LEVEL);
  }

  /** Begins an interface of handlers. */
  final TypeSpec.Builder handlerInterface(String name, ClassName superinterface, String javadoc) {
    return describe(
        TypeSpec.interfaceBuilder(names.raw(name))
            .addAnnotation(source.use(RuntimeNames.GENERATED))
            .addAnnotation(source.use(FunctionalInterface.class))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addSuperinterface(source.use(superinterface)),
        javadoc);
  }

  /** A parameter that names a shot of a slab, or a result that does. */
  final TypeName idType() {
    return TypeName.LONG.annotated(
        AnnotationSpec.builder(source.use(RuntimeNames.SLAB_ID)).build());
  }

  /** What a field is, as a parameter of {@code send}. */
  final CodeBlock sent(Field field) {
    return message.hasView()
        ? CodeBlock.of("see {@link $T#$L()}", declaration(), field.name())
        : CodeBlock.of("the value to send");
  }

  /** Suppresses the warning of a cast to a type with type arguments, if the method makes one. */
  final MethodSpec.Builder unchecked(MethodSpec.Builder method) {
    return target.isGeneric() ? uncheckedCast(method) : method;
  }

  /** Suppresses that warning. */
  final MethodSpec.Builder uncheckedCast(MethodSpec.Builder method) {
    return method.addAnnotation(
        AnnotationSpec.builder(source.use(SuppressWarnings.class))
            .addMember("value", "$S", "unchecked")
            .build());
  }

  /**
   * An expression for a reference in a cell of a call, which holds any, in the type that it has
   * there. A checker of nullness is told that it is as null as that.
   */
  final CodeBlock held(TypeName type, String expression) {
    CodeBlock held =
        target.nullness().nullable().isPresent()
            ? CodeBlock.of("held($L)", expression)
            : CodeBlock.of("$L", expression);
    TypeName plain = type.withoutAnnotations();
    return plain.equals(source.use(ClassName.OBJECT))
        ? held // compilers warn of a needless cast
        : CodeBlock.of("($T) $L", plain, held);
  }

  /** What the message is called in Javadoc. */
  final String noun() {
    if (message.is(Message.Form.CALL)) {
      return "answer";
    }
    return message.hasView() ? "message" : "value";
  }

  /** What a shot carries, as a type argument. */
  final TypeName carried() {
    return source.box(message.type());
  }

  /** Begins a receiver's method that uses the cell as a {@code type}. */
  static CodeBlock loadCell(TypeName type) {
    return CodeBlock.of("$T cell = this.cell;\n", type);
  }

  /** The names of the fields, as arguments. */
  final CodeBlock arguments() {
    return arguments("$N");
  }

  /** An expression for each field, as arguments. */
  final CodeBlock arguments(String format) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Field field : message.fields()) {
      arguments.add(CodeBlock.of(format, field.name()));
    }
    return joined(arguments);
  }

  static CodeBlock joined(List<CodeBlock> arguments) {
    CodeBlock.Builder joined = CodeBlock.builder();
    String separator = "";
    for (CodeBlock argument : arguments) {
      joined.add(separator).add(argument);
      separator = ",$W";
    }
    return joined.build();
  }

  /** Calls of the accessors of {@code message}, as arguments. */
  final CodeBlock accessorCalls() {
    return arguments("message.$N()");
  }

  /** What stands behind {@code new} to make a message. */
  final TypeName newMessage() {
    return message.type().withoutAnnotations();
  }
}
