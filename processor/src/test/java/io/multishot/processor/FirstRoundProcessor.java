package io.multishot.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which acts in the first round only. */
abstract class FirstRoundProcessor extends AbstractProcessor {

  private final Set<String> annotations;
  private boolean isDone;

  FirstRoundProcessor(Set<String> annotations) {
    this.annotations = annotations;
  }

  abstract void process(ProcessingEnvironment environment, RoundEnvironment round);

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return annotations;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> ignored, RoundEnvironment round) {
    if (!isDone) {
      isDone = true;
      process(processingEnv, round);
    }
    return false;
  }
}
