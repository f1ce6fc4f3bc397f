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

  /** What an annotation declares. */
  private enum Kind {
    CHANNEL("channel", ChannelTypes.ANNOTATION, "Channel"),
    SLAB("slab", ChannelTypes.SLAB_ANNOTATION, "Slab"),
    CALL("call", ChannelTypes.CALL_ANNOTATION, "Call");

    final String noun;
    final String annotation;
    final String suffix;

    Kind(String noun, String annotation, String suffix) {
      this.noun = noun;
      this.annotation = annotation;
      this.suffix = suffix;
    }

    boolean isNamed(Tree type) {
      return Suppressions.isNamed(type, annotation.substring(annotation.lastIndexOf('.') + 1));
    }
  }

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
    for (Kind kind : Kind.values()) {
      AnnotationTree annotation = suppressed == 0 ? annotation(tree, kind) : null;
      if (annotation != null) {
        reporter.report(Problem.UNSEEN, annotation, kind.noun, tree.getSimpleName());
      }
    }
  }

  /** Checks a class of its own, or a member of one. */
  void outsideCode(ClassTree tree) {
    if (isProcessed) {
      return;
    }
    for (Kind kind : Kind.values()) {
      AnnotationTree annotation = annotation(tree, kind);
      if (annotation != null
          && attributed.element(tree) instanceof TypeElement declaration
          && ChannelTypes.annotation(declaration, kind.annotation) != null) {
        String name = generatedName(declaration, kind);
        if (name != null && !exists(name, declaration)) {
          reporter.report(
              Problem.UNPROCESSED, annotation, name, kind.noun, declaration.getSimpleName());
        }
      }
    }
  }

  private @Nullable AnnotationTree annotation(ClassTree tree, Kind kind) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      Tree type = annotation.getAnnotationType();
      if (kind.isNamed(type)
          && attributed.element(type) instanceof TypeElement element
          && element.getQualifiedName().contentEquals(kind.annotation)) {
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

  /** Returns the simple name of the generated class; {@code null} if it is no constant. */
  private static @Nullable String generatedName(TypeElement declaration, Kind kind) {
    AnnotationMirror annotation = ChannelTypes.annotation(declaration, kind.annotation);
    if (annotation != null) {
      for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
          annotation.getElementValues().entrySet()) {
        if (entry.getKey().getSimpleName().contentEquals("name")) {
          Object given = entry.getValue().getValue();
          return "".equals(given)
              ? defaultName(declaration, kind)
              : given instanceof String name ? name : null;
        }
      }
    }
    return defaultName(declaration, kind);
  }

  private static String defaultName(TypeElement declaration, Kind kind) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join("_", names) + kind.suffix;
  }
}
