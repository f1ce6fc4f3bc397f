package io.multishot.processor.misuse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds declarations that no processor has seen, so that nothing was generated for them. */
final class DeclarationCheck {

  private final Attributed attributed;
  private final Suppressions suppressions;
  private final Reporter reporter;
  private final Elements elements;
  private final boolean isProcessed;
  private int suppressed;

  DeclarationCheck(
      Attributed attributed,
      Suppressions suppressions,
      Reporter reporter,
      Elements elements,
      boolean isProcessed) {
    this.attributed = attributed;
    this.suppressions = suppressions;
    this.reporter = reporter;
    this.elements = elements;
    this.isProcessed = isProcessed;
  }

  void enterCode(ModifiersTree modifiers) {
    suppressed += suppressions.areIn(modifiers) ? 1 : 0;
  }

  void leaveCode(ModifiersTree modifiers) {
    suppressed -= suppressions.areIn(modifiers) ? 1 : 0;
  }

  /** Checks a class that lies inside code. */
  void inCode(ClassTree tree) {
    AnnotationTree annotation = annotation(tree);
    if (annotation != null && suppressed == 0) {
      reporter.report(Problem.UNSEEN, annotation, tree.getSimpleName());
    }
  }

  /** Checks a class of its own, or a member of one. */
  void outsideCode(ClassTree tree) {
    if (isProcessed) {
      return;
    }
    AnnotationTree annotation = annotation(tree);
    if (annotation != null
        && attributed.element(tree) instanceof TypeElement declaration
        && ChannelTypes.annotation(declaration) != null) {
      String name = channelName(declaration);
      if (name != null && !exists(name, declaration)) {
        reporter.report(Problem.UNPROCESSED, annotation, name, declaration.getSimpleName());
      }
    }
  }

  private @Nullable AnnotationTree annotation(ClassTree tree) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      Tree type = annotation.getAnnotationType();
      if (Suppressions.isNamed(type, "MultiShot")
          && attributed.element(type) instanceof TypeElement element
          && element.getQualifiedName().contentEquals(ChannelTypes.ANNOTATION)) {
        return annotation;
      }
    }
    return null;
  }

  private boolean exists(String name, TypeElement declaration) {
    String packageName = elements.getPackageOf(declaration).getQualifiedName().toString();
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    ModuleElement module = elements.getModuleOf(declaration);
    return (module == null
            ? elements.getTypeElement(qualified)
            : elements.getTypeElement(module, qualified))
        != null;
  }

  /** Returns the simple name of the channel; {@code null} if it is no constant. */
  private static @Nullable String channelName(TypeElement declaration) {
    AnnotationMirror annotation = ChannelTypes.annotation(declaration);
    if (annotation != null) {
      for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
          annotation.getElementValues().entrySet()) {
        if (entry.getKey().getSimpleName().contentEquals("name")) {
          Object given = entry.getValue().getValue();
          return "".equals(given)
              ? defaultName(declaration)
              : given instanceof String name ? name : null;
        }
      }
    }
    return defaultName(declaration);
  }

  private static String defaultName(TypeElement declaration) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join("_", names) + "Channel";
  }
}
