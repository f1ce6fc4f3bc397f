package io.multishot.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Generates a channel for every declaration annotated with {@code @MultiShot}.
 *
 * <p>It claims no annotation, reads nothing but the declarations, and writes each channel in the
 * round that finds its declaration, or in a later one if that mentions types which other processors
 * have yet to generate. What one file is made from is one declaration: the processor is
 * <i>isolating</i> in Gradle's sense.
 */
@AutoService(Processor.class)
public final class MultiShotProcessor extends AbstractProcessor {

  /**
   * The declarations that wait for types to be generated, each with the type it waits for. A name
   * is kept rather than an element: in the next round another element may stand for it.
   */
  private final Map<Name, String> deferred = new LinkedHashMap<>();

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
      deferred.put(Name.of(declaration, processingEnv.getElementUtils()), e.type());
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
    JavaFile file = new ChannelWriter(channel).write();
    try {
      file.writeTo(processingEnv.getFiler());
    } catch (IOException e) { // FilerException among them
      reporter.error(Problem.WRITE, channel.name(), String.valueOf(e.getMessage()));
    }
  }

  private void reportUnresolved(Name name, String missing) {
    Optional<TypeElement> found = name.find(processingEnv.getElementUtils());
    found.ifPresent(
        declaration ->
            reporter(declaration, MultiShotMirror.of(declaration))
                .error(Problem.UNRESOLVED, declaration.getSimpleName(), missing));
  }

  private Reporter reporter(TypeElement declaration, MultiShotMirror annotation) {
    return new Reporter(processingEnv.getMessager(), declaration, annotation.mirror());
  }

  /** What identifies a declaration from one round to the next. */
  private record Name(Optional<String> module, String qualified) {

    static Name of(TypeElement declaration, Elements elements) {
      return new Name(
          Optional.ofNullable(elements.getModuleOf(declaration))
              .map(module -> module.getQualifiedName().toString()),
          declaration.getQualifiedName().toString());
    }

    Optional<TypeElement> find(Elements elements) {
      Optional<ModuleElement> in = module.map(elements::getModuleElement);
      return Optional.ofNullable(
          in.isPresent()
              ? elements.getTypeElement(in.get(), qualified)
              : elements.getTypeElement(qualified));
    }
  }
}
