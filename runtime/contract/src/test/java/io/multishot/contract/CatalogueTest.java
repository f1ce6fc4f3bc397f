package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The catalogue of other people's bugs is covered, including what fits no other test. */
@Tag("production")
final class CatalogueTest {

  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void catalogue_namesOnlyTestsThatExist() throws Exception {
    String catalogue = Files.readString(Path.of("CATALOGUE.md"));
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Matcher matcher = TEST.matcher(catalogue); matcher.find(); named++) {
      if (!exists(matcher.group(1), matcher.group(2))) {
        missing.add(matcher.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 30, "tests named: " + named);
  }

  private static boolean exists(String test, String method) throws ClassNotFoundException {
    String tested = test.equals("VirtualThreadsTest") ? "io.multishot." : "io.multishot.contract.";
    List<Class<?>> classes = new ArrayList<>();
    classes.add(Class.forName(tested + test));
    classes.addAll(List.of(classes.get(0).getDeclaredClasses()));
    return classes.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(declared -> declared.getName().equals(method));
  }

  /** Which may be set back while a thread waits. */
  @Test
  void waits_areMeasuredByNanoTimeOnly() throws IOException {
    List<String> clocks = new ArrayList<>();
    for (String type : List.of("Blocking", "Spinning", "ReceiverGroup", "MultiShotReceiver")) {
      clocks.addAll(clocksRead(type));
    }
    assertTrue(clocks.contains("java/lang/System.nanoTime"), clocks::toString);
    assertEquals(1, clocks.stream().distinct().count(), clocks::toString);
  }

  private static List<String> clocksRead(String type) throws IOException {
    List<String> found = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String called, String invoked, boolean isInterface) {
                if (called.endsWith("Time")
                    || called.endsWith("Millis")
                    || owner.startsWith("java/time/")
                    || owner.equals("java/util/Date")) {
                  found.add(owner + "." + called);
                }
              }
            };
          }
        };
    try (InputStream in = MultiShotReceiver.class.getResourceAsStream(type + ".class")) {
      assertNotNull(in, type);
      new ClassReader(in).accept(visitor, 0);
    }
    return found;
  }
}
