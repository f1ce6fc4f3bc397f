package io.multishot.processor;

import com.google.auto.service.AutoService;
import io.multishot.processor.model.TargetKind;
import io.multishot.processor.read.Request;
import io.multishot.processor.rounds.Rounds;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates a channel for every declaration annotated with {@code @MultiShot}, and a slab for every
 * one with {@code @MultiShotSlab}.
 *
 * <p>The processor claims no annotation, and reads nothing but the declarations. It writes each
 * class in the round that finds its declaration; or in a later round, if the declaration references
 * types that are yet to be generated. Each file is made from one declaration: the processor is
 * <i>isolating</i> in Gradle's sense.
 */
@AutoService(Processor.class)
public final class MultiShotProcessor extends AbstractProcessor {

  private Rounds rounds;

  /** Called by the compiler. */
  public MultiShotProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.of(TargetKind.values())
        .map(kind -> kind.annotation().canonicalName())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    rounds = new Rounds(environment, MultiShotProcessor.class.getName());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      if (ElementFilter.modulesIn(round.getRootElements()).size() > 1) {
        rounds.compileModules();
      }
      rounds.run(requests(annotations, round));
    } else {
      rounds.end(round.errorRaised());
    }
    return false;
  }

  /** Other elements than types are the compiler's own error, and Eclipse passes them on. */
  private static Set<Request> requests(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<Request> requests = new LinkedHashSet<>();
    for (TargetKind kind : TargetKind.values()) {
      for (TypeElement annotation : annotations) {
        if (annotation.getQualifiedName().contentEquals(kind.annotation().canonicalName())) {
          ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))
              .forEach(declaration -> requests.add(new Request(declaration, kind)));
        }
      }
    }
    return requests;
  }
}
