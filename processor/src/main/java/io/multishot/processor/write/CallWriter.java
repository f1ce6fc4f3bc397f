package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.model.Target;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the source of a call: factory methods, and in the same class the two halves and stubs. */
final class CallWriter extends TargetWriter {

  CallWriter(Target target, String generator) {
    super(target, generator);
  }

  @Override
  TypeSpec targetClass() {
    TypeSpec.Builder type =
        targetClass("Calls of")
            .addMethod(privateConstructor())
            .addMethod(open())
            .addMethod(stub(false))
            .addMethod(stub(true))
            .addType(new CallerWriter(source).write());
    for (ReceiveForm form : ReceiveForm.of(target)) {
      type.addType(new HandlerWriter(source, form).write());
    }
    return type.addType(new ServerWriter(source).write())
        .addType(new StubWriter(source).write())
        .addType(new PayloadWriter(source).write())
        .addType(new RequestWriter(source).write()) // last, for its padding
        .build();
  }

  @Override
  List<ClassName> superclasses() {
    return List.of(RuntimeNames.CALLER);
  }

  private MethodSpec open() {
    return publicMethod("open", names.caller())
        .addJavadoc("Makes a caller, with no question open.\n\n")
        .addJavadoc(typeParameters())
        .addJavadoc("@return the caller\n")
        .addModifiers(Modifier.STATIC)
        .addTypeVariables(target.typeVariables())
        .addCode(requireLevel())
        .addStatement("return new $T()", names.caller())
        .build();
  }

  private MethodSpec stub(boolean isTimed) {
    RouteParameters parameters = new RouteParameters(source, true, isTimed);
    CodeBlock first = CodeBlock.of("new $T()", names.caller()); // no parameter hides its name
    MethodSpec.Builder stub =
        publicMethod("stub", message.type())
            .addJavadoc(
                """
                Makes an implementation for all threads, each of which has a caller of its own. A method \
                waits
                for the answer, and throws the exceptions of the server's method that it declares; any \
                other
                it wraps in a {@link java.util.concurrent.CompletionException}.

                """)
            .addJavadoc(typeParameters())
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(target.typeVariables());
    parameters.addTo(stub);
    return stub.addJavadoc("@return the implementation\n")
        .addCode(requireLevel())
        .addStatement("return new $T($L)", names.stub(), parameters.route("ofAll", first))
        .build();
  }
}
