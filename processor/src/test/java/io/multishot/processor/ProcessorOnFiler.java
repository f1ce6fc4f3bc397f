package io.multishot.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Our processor, with another filer than the compiler's. */
public final class ProcessorOnFiler extends AbstractProcessor {

  private final MultiShotProcessor processor = new MultiShotProcessor();
  private final UnaryOperator<Filer> filer;

  /** Takes what makes a filer of the compiler's. */
  public ProcessorOnFiler(UnaryOperator<Filer> filer) {
    this.filer = filer;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Filer ours = filer.apply(environment.getFiler());
    processor.init(
        proxy(
            ProcessingEnvironment.class,
            (proxy, method, arguments) ->
                method.getName().equals("getFiler")
                    ? ours
                    : invoke(environment, method, arguments)));
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

  /** An object of an interface whose every method is handled so. */
  public static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Calls a method, and throws what it throws. */
  public static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
