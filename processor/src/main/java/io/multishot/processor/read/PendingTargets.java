package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.TargetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;

/**
 * The targets that are about to be written. Messages that carry each other's senders each name a
 * class that cannot exist before the other one's target is written: this says what it will be.
 */
public final class PendingTargets {

  /** For declarations that reference no target that is yet to be written. */
  public static final PendingTargets NONE = new PendingTargets(List.of());

  private final Map<String, List<PendingTarget>> bySimpleName = new HashMap<>();

  public PendingTargets(Collection<PendingTarget> targets) {
    for (PendingTarget target : targets) {
      bySimpleName
          .computeIfAbsent(target.name().simpleName(), name -> new ArrayList<>())
          .add(target);
    }
  }

  /**
   * Finds the class that a missing one is going to be.
   *
   * @param missing what stands for the class: the compiler knows it by what the user wrote
   * @param packageName where it was written
   */
  Optional<PendingClass> find(ErrorType missing, String packageName) {
    String written = written(missing);
    int dot = written.lastIndexOf('.');
    String nested = written.substring(dot + 1);
    Optional<PendingTarget> slab =
        findTarget(written, packageName).filter(target -> target.kind() == TargetKind.SLAB);
    if (slab.isPresent() || dot < 0) {
      return slab.map(target -> new PendingClass(target, target.name()));
    }
    return findTarget(written.substring(0, dot), packageName)
        .filter(target -> target.kind().nested().contains(nested))
        .map(target -> new PendingClass(target, target.name().nestedClass(nested)));
  }

  /** The name of a missing class, as the user wrote it. */
  static String written(ErrorType missing) {
    return ((TypeElement) missing.asElement()).getQualifiedName().toString();
  }

  /** By its full name; by its simple name in its own package, or anywhere if it is the only one. */
  private Optional<PendingTarget> findTarget(String written, String packageName) {
    List<PendingTarget> namesakes =
        bySimpleName.getOrDefault(written.substring(written.lastIndexOf('.') + 1), List.of());
    String inPackage = packageName.isEmpty() ? written : packageName + "." + written;
    for (String name : List.of(written, inPackage)) {
      for (PendingTarget target : namesakes) {
        if (target.name().canonicalName().equals(name)) {
          return Optional.of(target);
        }
      }
    }
    return namesakes.size() == 1 && written.indexOf('.') < 0
        ? Optional.of(namesakes.get(0)) // imported
        : Optional.empty();
  }

  /** A slab that is about to be written, or a class inside a target that is. */
  record PendingClass(PendingTarget target, ClassName name) {

    boolean isPublic() {
      return target.isPublic();
    }

    String packageName() {
      return name.packageName();
    }
  }
}
