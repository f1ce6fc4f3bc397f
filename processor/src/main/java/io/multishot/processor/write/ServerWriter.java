package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the interface of servers that answer later. */
final class ServerWriter extends ElementWriter {

  ServerWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(names.raw("Server"))
            .addAnnotation(source.use(RuntimeNames.GENERATED))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    if (target.methods().size() == 1) {
      type.addAnnotation(source.use(FunctionalInterface.class));
    }
    describe(
        type,
        "Serves questions whose answers may come later, on any thread: each method is given the"
            + " request, to answer.\n");
    for (CallMethod method : target.methods()) {
      type.addMethod(method(method));
    }
    return type.build();
  }

  private MethodSpec method(CallMethod method) {
    MethodSpec.Builder serve =
        publicMethod(method.name(), TypeName.VOID)
            .addModifiers(Modifier.ABSTRACT)
            .addJavadoc("Serves {@link $T#$L}.\n\n", declaration(), method.name());
    CallerWriter.addParameters(serve, method, "the parameter of that name");
    return serve
        .addJavadoc(
            """
            @param request the request, to answer once
            @throws Exception what the request fails with, unless it is answered
            """)
        .addParameter(names.sender(), "request")
        .addException(source.use(Exception.class))
        .build();
  }
}
