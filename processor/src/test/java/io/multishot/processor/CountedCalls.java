package io.multishot.processor;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Our processor, with a count of what it asks of the compiler about elements and types. */
final class CountedCalls extends AbstractProcessor {

  private final MultiShotProcessor processor = new MultiShotProcessor();
  private final AtomicLong calls = new AtomicLong();

  long count() {
    return calls.get();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Elements elements = counted(Elements.class, environment.getElementUtils());
    Types types = counted(Types.class, environment.getTypeUtils());
    processor.init(
        ProcessorOnFiler.proxy(
            ProcessingEnvironment.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getElementUtils" -> elements;
                  case "getTypeUtils" -> types;
                  default -> ProcessorOnFiler.invoke(environment, method, arguments);
                }));
  }

  private <T> T counted(Class<T> type, T target) {
    return ProcessorOnFiler.proxy(
        type,
        (proxy, method, arguments) -> {
          calls.incrementAndGet();
          return ProcessorOnFiler.invoke(target, method, arguments);
        });
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    processor.process(annotations, round);
    return false;
  }
}
