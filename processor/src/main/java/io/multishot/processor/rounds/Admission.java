package io.multishot.processor.rounds;

import io.multishot.processor.read.ClassFinder;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RuntimeCheck;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Refuses declarations for which no target could be compiled, whatever they declare. What refuses
 * several of them is reported once.
 */
final class Admission {

  /** It states level 8 unless it is told another one, and compiles no method anyway. */
  private static final String TURBINE = "com.google.turbine.";

  private final SourceVersion sourceVersion;
  private final boolean compilesMethods;
  private final Elements elements;
  private final Declarations declarations;
  private final RuntimeCheck runtime = new RuntimeCheck();
  private final Set<String> reported = new HashSet<>();

  Admission(ProcessingEnvironment environment, Declarations declarations) {
    this.sourceVersion = environment.getSourceVersion();
    this.compilesMethods = !environment.getClass().getName().startsWith(TURBINE);
    this.elements = environment.getElementUtils();
    this.declarations = declarations;
  }

  boolean admits(Request request) {
    TypeElement declaration = request.element();
    if (compilesMethods && sourceVersion.compareTo(SourceVersion.RELEASE_17) < 0) {
      String level = sourceVersion.name().substring("RELEASE_".length());
      report("", request, Problem.SOURCE_LEVEL, request.simpleName(), level);
      return false;
    }
    TypeElement outermost = outermost(declaration);
    if (!canBeNamed(outermost)) {
      String file = outermost.getQualifiedName().toString();
      report(file, request, Problem.UNNAMED_CLASS, request.simpleName(), file);
      return false;
    }
    return runtime.isServed(elements, declarations.reporter(request));
  }

  private void report(String cause, Request request, Problem problem, Object... arguments) {
    if (reported.add(cause)) {
      declarations.reporter(request).error(problem, arguments);
    }
  }

  private static TypeElement outermost(TypeElement type) {
    Element enclosing = type.getEnclosingElement();
    return enclosing instanceof TypeElement outer ? outermost(outer) : type;
  }

  /** The class of a compact source file has a name, by which compilers do not find it. */
  private boolean canBeNamed(TypeElement outermost) {
    return new ClassFinder(elements, elements.getModuleOf(outermost))
        .find(outermost.getQualifiedName().toString())
        .isPresent();
  }
}
