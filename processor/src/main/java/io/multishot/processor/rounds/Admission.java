package io.multishot.processor.rounds;

import io.multishot.processor.read.ClassFinder;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.RuntimeCheck;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Refuses declarations for which no channel could be compiled, whatever they declare. What refuses
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

  boolean admits(TypeElement declaration) {
    if (compilesMethods && sourceVersion.compareTo(SourceVersion.RELEASE_17) < 0) {
      String level = sourceVersion.name().substring("RELEASE_".length());
      report("", declaration, Problem.SOURCE_LEVEL, declaration.getSimpleName(), level);
      return false;
    }
    TypeElement outermost = outermost(declaration);
    if (!canBeNamed(outermost)) {
      String file = outermost.getQualifiedName().toString();
      report(file, declaration, Problem.UNNAMED_CLASS, declaration.getSimpleName(), file);
      return false;
    }
    return runtime.isServed(elements, declarations.reporter(declaration));
  }

  private void report(String cause, TypeElement declaration, Problem problem, Object... arguments) {
    if (reported.add(cause)) {
      declarations.reporter(declaration).error(problem, arguments);
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
