package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.InnerNames;
import io.multishot.processor.model.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The file of a target while it is written: what simple names mean in it.
 *
 * <p>Whatever is written names its types by {@link #use}. So the imports are known when the code
 * has been emitted once; JavaPoet's own file emits it twice, to find them.
 */
final class Source {

  private static final String JAVA_LANG = "java.lang";
  private static final int LONGEST_LINE = 100;

  private final String packageName;
  private final boolean importsJavaLang;

  /** The simple names that mean something inside the target, whatever is imported. */
  private final Set<String> scoped;

  /** What the other simple names mean, of those that have been used. */
  private final Map<String, ClassName> used = new HashMap<>();

  private final Set<String> imports = new TreeSet<>();

  private final Target target;
  private final InnerNames names;

  Source(Target target) {
    this.packageName = target.name().packageName();
    this.importsJavaLang = target.importsJavaLang();
    this.scoped = ScopedNames.of(target);
    this.target = new ShortNames(this).of(target); // first: what it names cannot be renamed
    this.names = new InnerNames(this.target);
  }

  /** The target to write, whose types have the names that they have in this file. */
  Target target() {
    return target;
  }

  InnerNames names() {
    return names;
  }

  /** Returns the class of a primitive's box; any other type as it is. */
  TypeName box(TypeName type) {
    return type.isPrimitive() ? use((ClassName) type.box()) : type;
  }

  ClassName use(Class<?> type) {
    return use(ClassName.get(type));
  }

  /**
   * Returns a class by the name that it has in this file, and imports it if need be: a class
   * without a package, as JavaPoet sees it; or {@code type} itself if that must be qualified.
   */
  ClassName use(ClassName type) {
    ClassName outermost = type.topLevelClassName();
    String simpleName = outermost.simpleName();
    if (scoped.contains(simpleName)) {
      return type;
    }
    ClassName meant = used.putIfAbsent(simpleName, outermost);
    if (meant == null) {
      importClass(outermost);
    } else if (!meant.canonicalName().equals(outermost.canonicalName())) {
      return type;
    }
    List<String> names = type.simpleNames();
    return ClassName.get("", simpleName, names.subList(1, names.size()).toArray(new String[0]));
  }

  private void importClass(ClassName type) {
    boolean isKnown =
        type.packageName().equals(packageName)
            || (type.packageName().equals(JAVA_LANG) && !importsJavaLang);
    if (!isKnown) {
      imports.add(type.canonicalName());
    }
  }

  /**
   * Returns the text of the file.
   *
   * @param superclasses those with type arguments
   */
  String text(TypeSpec type, List<ClassName> superclasses) {
    String code = type.toString();
    for (ClassName superclass : superclasses) {
      code = wrapped(code, superclass);
    }
    StringBuilder text = new StringBuilder(code.length() + 1000);
    if (!packageName.isEmpty()) {
      text.append("package ").append(packageName).append(";\n\n");
    }
    for (String name : imports) {
      text.append("import ").append(name).append(";\n");
    }
    return text.append(imports.isEmpty() ? "" : "\n").append(code).toString();
  }

  /** Breaks the line before a long superclass, where JavaPoet does not. */
  private String wrapped(String code, ClassName superclass) {
    int at = code.indexOf(" extends " + use(superclass).canonicalName() + "<");
    int length = code.indexOf('\n', at) - code.lastIndexOf('\n', at) - 1;
    return length > LONGEST_LINE ? code.substring(0, at) + "\n     " + code.substring(at) : code;
  }
}
