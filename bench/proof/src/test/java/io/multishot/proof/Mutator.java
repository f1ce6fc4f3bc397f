package io.multishot.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lists the bugs to be seeded in the shipped classes: each access one step weaker, each
 * read-modify-write in two steps, each answer of a look or check turned round, each write made
 * after the next.
 */
final class Mutator {

  private Mutator() {}

  static List<Mutation> all(Accesses accesses) {
    List<Mutation> mutations = new ArrayList<>();
    for (String type : accesses.classes()) {
      mutations.addAll(of(type));
    }
    return mutations;
  }

  static Mutation named(String id, Accesses accesses) {
    return all(accesses).stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
  }

  static List<Mutation> of(String type) {
    Collector collector = new Collector(Accesses.of(type));
    try (InputStream file =
        ClassLoader.getSystemResourceAsStream(type.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new IllegalStateException("no class file of " + type);
      }
      new ClassReader(file).accept(collector, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.mutations;
  }

  private static final class Collector extends SiteVisitor {

    private final Accesses accesses;
    private final List<Mutation> mutations = new ArrayList<>();

    /** A write that could be made after the next of the same method. */
    private Mutation.@Nullable Site lastWrite;

    /** The last method with a write. */
    private String writingMethod = "";

    Collector(Accesses accesses) {
      super(null);
      this.accesses = accesses;
    }

    @Override
    void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
      if (accesses.accessors().contains(site.method().substring(0, site.method().indexOf('(')))) {
        return;
      }
      for (String weaker : accesses.weaker().getOrDefault(accessOf(instruction), List.of())) {
        add(Mutation.Kind.WEAKEN, site, weaker);
      }
      if (accesses.isReadModifyWrite(instruction.name())) {
        add(Mutation.Kind.SPLIT, site, "");
      }
      if (instruction.isCall() && (accesses.isCheck(instruction.name()) || isBehindAWrite(site))) {
        ignore(site, instruction);
      }
      if (accesses.isWrite(instruction)) {
        writingMethod = site.method();
        delayLast(site);
        boolean canWait =
            instruction.isFieldAccess()
                || Type.getReturnType(instruction.descriptor()).equals(Type.VOID_TYPE);
        lastWrite = canWait ? site : null;
      }
    }

    /** A look behind a write is a second one: the first was for what to write. */
    private boolean isBehindAWrite(Mutation.Site site) {
      return site.method().equals(writingMethod);
    }

    private static String accessOf(Instruction instruction) {
      boolean isVolatile = instruction.isFieldAccess() && isVolatile(instruction);
      if (isVolatile) {
        return instruction.opcode() == Opcodes.GETFIELD ? "getVolatile" : "setVolatile";
      }
      return instruction.isFieldAccess() ? "" : instruction.name();
    }

    private static boolean isVolatile(Instruction instruction) {
      try {
        Class<?> owner = Class.forName(instruction.owner().replace('/', '.'));
        return Modifier.isVolatile(owner.getDeclaredField(instruction.name()).getModifiers());
      } catch (NoSuchFieldException inherited) {
        return false; // no volatile field is
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private void ignore(Mutation.Site site, Instruction instruction) {
      Type result = Type.getReturnType(instruction.descriptor());
      if (result.equals(Type.BOOLEAN_TYPE)) {
        add(Mutation.Kind.IGNORE, site, "false");
        add(Mutation.Kind.IGNORE, site, "true");
      } else if (accesses.looks().contains(instruction.name())) {
        add(Mutation.Kind.IGNORE, site, "null");
      }
    }

    private void delayLast(Mutation.Site site) {
      Mutation.Site last = lastWrite;
      if (last != null && last.method().equals(site.method()) && last.type().equals(site.type())) {
        add(Mutation.Kind.DELAY, last, "");
      }
    }

    private void add(Mutation.Kind kind, Mutation.Site site, String detail) {
      mutations.add(new Mutation(kind, site, detail));
    }
  }
}
