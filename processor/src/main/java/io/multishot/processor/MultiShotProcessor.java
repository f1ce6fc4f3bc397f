package io.multishot.processor;

import com.google.auto.service.AutoService;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.DeclarationReader;
import io.multishot.processor.read.MultiShotMirror;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Reporter;
import io.multishot.processor.read.UnresolvedException;
import io.multishot.processor.write.ChannelWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Generates a channel for every declaration annotated with {@code @MultiShot}.
 *
 * <p>The processor claims no annotation, and reads nothing but the declarations. It writes each
 * channel in the round that finds its declaration; or in a later round, if the declaration
 * references types that other processors have yet to generate. Each file is made from one
 * declaration: the processor is <i>isolating</i> in Gradle's sense.
 */
@AutoService(Processor.class)
public final class MultiShotProcessor extends AbstractProcessor {

  /** The declarations that wait for a type to be generated, each with the name of that type. */
  private final Map<DeclarationName, String> deferred = new LinkedHashMap<>();

  /** The channels written, each with its declaration. */
  private final Map<String, String> written = new HashMap<>();

  /** Called by the compiler. */
  public MultiShotProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RuntimeNames.ANNOTATION.canonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      deferred.forEach(this::reportUnresolved);
      return false;
    }
    Elements elements = processingEnv.getElementUtils();
    Set<TypeElement> declarations = new LinkedHashSet<>();
    deferred.keySet().forEach(name -> name.find(elements).ifPresent(declarations::add));
    deferred.clear();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        declarations.add((TypeElement) element);
      }
    }
    declarations.forEach(this::process);
    return false;
  }

  private void process(TypeElement declaration) {
    MultiShotMirror annotation = MultiShotMirror.of(declaration);
    Reporter reporter = reporter(declaration, annotation);
    try {
      new DeclarationReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils())
          .read(declaration, annotation, reporter)
          .ifPresent(channel -> write(channel, annotation, reporter));
    } catch (UnresolvedException e) {
      deferred.put(DeclarationName.of(declaration, processingEnv.getElementUtils()), e.type());
    } catch (RuntimeException bug) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      reporter.error(Problem.INTERNAL, declaration.getQualifiedName(), trace);
    }
  }

  private void write(Channel channel, MultiShotMirror annotation, Reporter reporter) {
    String declared = channel.origin().getQualifiedName().toString();
    String earlier = written.putIfAbsent(channel.name().canonicalName(), declared);
    if (earlier != null) {
      reporter.errorAt(
          annotation.value("name"),
          Problem.NAME_TAKEN,
          declared,
          channel.name(),
          "the channel of " + earlier);
      return;
    }
    try {
      new ChannelWriter(channel, MultiShotProcessor.class.getName())
          .write()
          .writeTo(processingEnv.getFiler());
    } catch (IOException e) { // FilerException among them
      reporter.error(Problem.WRITE, channel.name(), String.valueOf(e.getMessage()));
    }
  }

  private void reportUnresolved(DeclarationName name, String missing) {
    name.find(processingEnv.getElementUtils())
        .ifPresent(
            declaration ->
                reporter(declaration, MultiShotMirror.of(declaration))
                    .error(Problem.UNRESOLVED, declaration.getSimpleName(), missing));
  }

  private Reporter reporter(TypeElement declaration, MultiShotMirror annotation) {
    return new Reporter(processingEnv.getMessager(), declaration, annotation.mirror());
  }
}
