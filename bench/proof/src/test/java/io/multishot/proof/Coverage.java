package io.multishot.proof;

import io.multishot.modelchecker.ClassChange;
import io.multishot.modelchecker.Faults;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which scenarios come past which instructions: no other can tell that one is changed. */
final class Coverage {

  private static final int PREEMPTIONS = 1;
  private static final long MOST_EXECUTIONS = 1000;

  private final Map<Class<? extends Scenario>, Set<String>> reached = new LinkedHashMap<>();

  private Coverage() {}

  static Coverage of(
      Accesses accesses, ModelChecker shipped, Iterable<Class<? extends Scenario>> scenarios) {
    Coverage coverage = new Coverage();
    ClassChange marked =
        (name, file) -> accesses.classes().contains(name) ? Coverage.mark(file) : file;
    ModelChecker checker =
        shipped.changing(marked).withPreemptions(PREEMPTIONS).withExecutions(MOST_EXECUTIONS);
    for (Class<? extends Scenario> scenario : scenarios) {
      checker.running(scenario).check().orThrow();
      coverage.reached.put(scenario, Faults.takeReached());
    }
    return coverage;
  }

  /** The scenarios that come past a place. */
  List<Class<? extends Scenario>> scenariosAt(Mutation.Site site) {
    String place = place(site);
    List<Class<? extends Scenario>> scenarios = new ArrayList<>();
    reached.forEach(
        (scenario, places) -> {
          if (places.contains(place)) {
            scenarios.add(scenario);
          }
        });
    return scenarios;
  }

  private static String place(Mutation.Site site) {
    // Without slashes: a name of a class for which there is a model would be taken for that class.
    return site.type() + "." + site.method().replace('/', '.') + "." + site.index();
  }

  private static byte[] mark(byte[] file) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new SiteVisitor(writer) {
          @Override
          void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
            next.visitLdcInsn(place(site));
            next.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(Faults.class),
                "reach",
                "(Ljava/lang/String;)V",
                false);
            instruction.emit(next);
          }
        },
        0);
    return writer.toByteArray();
  }
}
