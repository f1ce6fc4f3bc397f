package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Recognises the runtime's types and those of generated channels, calls and slabs. */
final class ChannelTypes {

  static final String PACKAGE = "io.multishot.";
  static final String ANNOTATION = PACKAGE + "MultiShot";
  static final String SLAB_ANNOTATION = PACKAGE + "MultiShotSlab";
  static final String CALL_ANNOTATION = PACKAGE + "MultiShotCall";
  static final String SENDER = PACKAGE + "MultiShotSender";

  private static final String REQUEST = PACKAGE + "MultiShotRequest";
  private static final String SLAB_HANDLER = PACKAGE + "SlabHandler";
  private static final String SLAB_ID = PACKAGE + "SlabId";
  private static final String VIEW = "View";
  private static final Map<String, Role> ROLES =
      Map.of(
          SENDER,
          Role.SENDER,
          REQUEST,
          Role.REQUEST,
          PACKAGE + "Shot",
          Role.SHOT,
          PACKAGE + "MultiShotReceiver",
          Role.RECEIVER,
          PACKAGE + "Slab",
          Role.SLAB);

  private final Map<TypeElement, Role> roles = new HashMap<>();

  /** Returns what objects of a type are: a receiver, a sender, a shot, or nothing of these. */
  Role role(@Nullable TypeMirror type) {
    if (type == null) {
      return Role.NONE;
    }
    if (type.getKind() == TypeKind.DECLARED) {
      return ((DeclaredType) type).asElement() instanceof TypeElement element
          ? role(element)
          : Role.NONE;
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return role(((TypeVariable) type).getUpperBound());
    }
    if (type.getKind() == TypeKind.INTERSECTION) {
      for (TypeMirror bound : ((IntersectionType) type).getBounds()) {
        Role role = role(bound);
        if (role != Role.NONE) {
          return role;
        }
      }
    }
    return Role.NONE;
  }

  private Role role(TypeElement element) {
    Role known = roles.get(element);
    if (known == null) {
      known = ROLES.get(element.getQualifiedName().toString());
      if (known == null) {
        known = role(element.getSuperclass());
        if (known == Role.SENDER && isRequest(element)) {
          known = Role.REQUEST;
        }
      }
      roles.put(element, known);
    }
    return known;
  }

  private static boolean isRequest(TypeElement element) {
    for (TypeMirror implemented : element.getInterfaces()) {
      if (is(implemented, REQUEST)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what serves a request by this method may answer later. */
  static boolean takesServer(ExecutableElement serve) {
    Element request = serve.getEnclosingElement();
    if (request == null || !(request.getEnclosingElement() instanceof TypeElement call)) {
      return false;
    }
    for (VariableElement parameter : serve.getParameters()) {
      if (parameter.asType() instanceof DeclaredType server
          && call.equals(server.asElement().getEnclosingElement())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the generated class that a receiver, sender or shot of this very type belongs to. */
  @Nullable TypeElement channel(@Nullable TypeMirror type) {
    if (type != null
        && type.getKind() == TypeKind.DECLARED
        && role(type) != Role.NONE
        && ((DeclaredType) type).asElement().getEnclosingElement() instanceof TypeElement channel) {
      return channel;
    }
    if (type != null && type.getKind() == TypeKind.TYPEVAR) {
      return channel(((TypeVariable) type).getUpperBound());
    }
    return null;
  }

  /** Whether a receiver's method returns a view: a message that is read from the channel itself. */
  boolean returnsView(ExecutableElement method) {
    if (!(method.getReturnType() instanceof DeclaredType returned)
        || !(method.getEnclosingElement() instanceof TypeElement receiver)
        || !(receiver.getEnclosingElement() instanceof TypeElement channel)) {
      return false;
    }
    Element message = returned.asElement();
    if (message.getSimpleName().contentEquals(VIEW)
        && channel.equals(message.getEnclosingElement())) {
      return true;
    }
    // A channel may also carry references to another channel's messages: it has no views, then.
    return message.getKind() == ElementKind.INTERFACE && isDeclaration(message) && hasView(channel);
  }

  /** Whether a type is annotated as that of ids; 17 does not keep that in class files. */
  static boolean isId(TypeMirror type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (is(mirror.getAnnotationType(), SLAB_ID)) {
        return true;
      }
    }
    return false;
  }

  static boolean isIdAnnotation(@Nullable TypeMirror annotation) {
    return annotation != null && is(annotation, SLAB_ID);
  }

  /** Whether a type is the handler of a generated slab. */
  static boolean isSlabHandler(@Nullable TypeMirror type) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      for (TypeMirror extended : element.getInterfaces()) {
        if (is(extended, SLAB_HANDLER)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean is(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(name);
  }

  private static boolean hasView(TypeElement channel) {
    for (TypeElement member : ElementFilter.typesIn(channel.getEnclosedElements())) {
      if (member.getSimpleName().contentEquals(VIEW)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclaration(Element element) {
    return annotation(element, ANNOTATION) != null;
  }

  /** Returns the annotation of that name; {@code null} if a declaration has none. */
  static @Nullable AnnotationMirror annotation(Element declaration, String name) {
    for (AnnotationMirror mirror : declaration.getAnnotationMirrors()) {
      if (is(mirror.getAnnotationType(), name)) {
        return mirror;
      }
    }
    return null;
  }
}
