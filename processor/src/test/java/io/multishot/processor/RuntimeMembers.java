package io.multishot.processor;

import io.multishot.MultiShot;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What other packages can use of the runtime; a class or member is a line, with its modifiers. */
final class RuntimeMembers {

  private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

  private RuntimeMembers() {}

  static Set<String> all() throws IOException {
    Set<String> lines = new TreeSet<>();
    for (Class<?> type : types()) {
      lines.add(line(type));
      membersOf(type).forEach(member -> lines.add(member.toString()));
    }
    return lines;
  }

  static String line(String internalName) {
    return line(type(internalName));
  }

  private static String line(Class<?> type) {
    String modifiers = Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE);
    return modifiers + (type.isInterface() ? " interface " : " class ") + type.getName();
  }

  /** The line of a member, of that class or of one above it; null if the runtime has none. */
  static @Nullable String line(String owner, String name, String descriptor) {
    for (Class<?> type : selfAndAncestors(type(owner))) {
      for (AccessibleObject member : membersOf(type).toList()) {
        if (nameOf(member).equals(name) && descriptorOf(member).equals(descriptor)) {
          return member.toString();
        }
      }
    }
    return null;
  }

  /** The lines of the methods that a class leaves to its subclasses. */
  static Set<String> abstractMethodsOf(String internalName) {
    Set<String> lines = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (Class<?> type : selfAndAncestors(type(internalName))) {
      for (Method method : type.getDeclaredMethods()) {
        if (seen.add(method.getName() + descriptorOf(method))
            && Modifier.isAbstract(method.getModifiers())) {
          lines.add(method.toString());
        }
      }
    }
    return lines;
  }

  /** Of those of an interface, the ones that another class of the runtime implements. */
  static Set<String> implementedBy(String internalName, String interfaceName) {
    Set<String> lines = new TreeSet<>();
    for (Method method : type(interfaceName).getMethods()) {
      for (Class<?> type : selfAndAncestors(type(internalName))) {
        for (Method own : type.getDeclaredMethods()) {
          if (own.getName().equals(method.getName())
              && descriptorOf(own).equals(descriptorOf(method))
              && !Modifier.isAbstract(own.getModifiers())) {
            lines.add(method.toString());
          }
        }
      }
    }
    return lines;
  }

  static boolean isOfRuntime(String internalName) {
    return internalName.matches("io/multishot/[\\w$]+");
  }

  private static List<Class<?>> selfAndAncestors(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
    }
    for (int i = 0; i < types.size(); i++) {
      types.addAll(List.of(types.get(i).getInterfaces()));
    }
    types.removeIf(each -> !isOfRuntime(Type.getInternalName(each)));
    return types;
  }

  private static Stream<AccessibleObject> membersOf(Class<?> type) {
    return Stream.<AccessibleObject[]>of(
            type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
        .flatMap(Stream::of)
        .filter(member -> (((Member) member).getModifiers() & VISIBLE) != 0);
  }

  private static String nameOf(AccessibleObject member) {
    return member instanceof Constructor ? "<init>" : ((Member) member).getName();
  }

  private static String descriptorOf(AccessibleObject member) {
    if (member instanceof Method method) {
      return Type.getMethodDescriptor(method);
    }
    return member instanceof Constructor<?> constructor
        ? Type.getConstructorDescriptor(constructor)
        : Type.getDescriptor(((Field) member).getType());
  }

  private static Class<?> type(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, MultiShot.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> types() throws IOException {
    Path present = Compilations.jarOf(MultiShot.class).toPath();
    if (Files.isDirectory(present)) {
      return types(present);
    }
    try (FileSystem jar = FileSystems.newFileSystem(present)) {
      return types(jar.getPath("/"));
    }
  }

  private static List<Class<?>> types(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("io/multishot"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> "io/multishot/" + file.getFileName().toString().replace(".class", ""))
          .filter(RuntimeMembers::isOfRuntime)
          .<Class<?>>map(RuntimeMembers::type)
          .toList();
    }
  }
}
