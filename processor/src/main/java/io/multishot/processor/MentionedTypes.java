package io.multishot.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** The classes that a type mentions, those that enclose them included. */
final class MentionedTypes {

  private final Elements elements;
  private final Set<TypeElement> mentioned = new LinkedHashSet<>();

  /**
   * Collects the classes that {@code type} mentions.
   *
   * @throws UnresolvedException if one of them does not exist
   */
  MentionedTypes(Elements elements, TypeMirror type) {
    this.elements = elements;
    new Visitor().visit(type);
  }

  boolean areAllPublic() {
    return mentioned.stream().allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
  }

  /** Whether code in a class of its own in this package can name them all. */
  boolean areAccessibleFrom(PackageElement from) {
    return mentioned.stream()
        .allMatch(
            type ->
                type.getModifiers().contains(Modifier.PUBLIC)
                    || (elements.getPackageOf(type).equals(from)
                        && !type.getModifiers().contains(Modifier.PRIVATE)));
  }

  /** The simple names of those in a package. */
  Stream<String> simpleNames(String packageName) {
    return mentioned.stream()
        .filter(type -> elements.getPackageOf(type).getQualifiedName().contentEquals(packageName))
        .map(type -> type.getSimpleName().toString());
  }

  /** The lint categories that name what a compiler warns of where the type is named. */
  Set<String> lint() {
    Set<String> lint = new LinkedHashSet<>();
    for (TypeElement type : mentioned) {
      Deprecated deprecated = type.getAnnotation(Deprecated.class);
      if (deprecated != null) {
        lint.add(deprecated.forRemoval() ? "removal" : "deprecation");
      }
    }
    return lint;
  }

  private final class Visitor extends SimpleTypeVisitor14<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitArray(ArrayType type, @Nullable Void unused) {
      return visit(type.getComponentType());
    }

    @Override
    public @Nullable Void visitError(ErrorType type, @Nullable Void unused) {
      throw new UnresolvedException(type.toString());
    }

    @Override
    public @Nullable Void visitDeclared(DeclaredType type, @Nullable Void unused) {
      for (Element e = type.asElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
        mentioned.add((TypeElement) e);
      }
      type.getTypeArguments().forEach(this::visit);
      return null;
    }
  }
}
