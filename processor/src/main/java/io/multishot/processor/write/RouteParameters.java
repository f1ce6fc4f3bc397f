package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.RuntimeNames;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How a stub is made: whether it is given a route, and whether a time-out. */
final class RouteParameters extends ElementWriter {

  private final boolean hasRoute;
  private final boolean isTimed;

  RouteParameters(Source source, boolean hasRoute, boolean isTimed) {
    super(source);
    this.hasRoute = hasRoute;
    this.isTimed = isTimed;
  }

  void addTo(MethodSpec.Builder method) {
    if (hasRoute) {
      method
          .addJavadoc("@param route what hands each request to whoever serves it\n")
          .addParameter(
              ParameterizedTypeName.get(
                  source.use(Consumer.class), WildcardTypeName.supertypeOf(names.sender())),
              "route");
    }
    if (isTimed) {
      method
          .addJavadoc(
              """
              @param timeout the most to wait for an answer; after that, the question is given up, and a
                  {@link io.multishot.CallTimeoutException} is thrown
              @param unit the unit of {@code timeout}
              """)
          .addParameter(long.class, "timeout")
          .addParameter(source.use(TimeUnit.class), "unit");
    }
  }

  /** Makes the route of a stub, by one of the runtime's factory methods. */
  CodeBlock route(String factory, CodeBlock caller) {
    return CodeBlock.of(
        "$T.<$T, $T>$L($L$L,$W$L)",
        source.use(RuntimeNames.CALL_ROUTE),
        names.sender(),
        names.caller(),
        factory,
        caller,
        hasRoute ? ", route" : "",
        isTimed
            ? CodeBlock.of("timeout,$Wunit")
            : CodeBlock.of(
                "$T.MAX_VALUE,$W$T.NANOSECONDS",
                source.use(Long.class),
                source.use(TimeUnit.class)));
  }
}
