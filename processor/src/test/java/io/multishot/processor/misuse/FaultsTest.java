package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.multishot.processor.ProcessorOnFiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in the check itself. It is no matter of the build. */
final class FaultsTest {

  /** Deep enough for a small stack to end in it; javac is given a large one. */
  private static final String DEEP =
      """
      package misuse;
      class Deep {
        void m(PriceChannel.Sender s, long a) {
          s.send(a%s);
        }
      }
      """
          .formatted(" + a".repeat(5_000));

  private static final String TWICE =
      """
      package misuse;
      class Twice {
        void m(PriceChannel.Sender s) {
          s.send(1);
          s.send(2);
        }
      }
      """;

  @TempDir Path folder;

  private static final long SMALL = 1L << 18;
  private static final long LARGE = 1L << 29;

  @Test
  void fault_isANoteThatAsksForAReport_andTheBuildGoesOn() throws Exception {
    List<Diagnostic<? extends JavaFileObject>> said =
        compile(
            (check, event) -> check.finished(of(unit(true), event)),
            List.of("-Xlint:all", "-Werror"),
            TWICE);
    assertEquals(1, said.size(), said::toString);
    assertEquals(Diagnostic.Kind.NOTE, said.get(0).getKind());
    List<String> lines = said.get(0).getMessage(null).lines().map(String::strip).toList();
    assertEquals(
        "[multishot-internal] the misuse check failed on misuse.Twice, and has left it out. This is"
            + " a bug in it, not in your code; please report it with this trace:",
        lines.get(0));
    assertEquals("java.lang.IllegalStateException: getKind", lines.get(1));
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("at " + MisuseListener.class.getName())),
        lines::toString);
  }

  @Test
  void overflowOfTheStack_isANoteOfFewLines_andLeavesOutOneClassOnly() throws Exception {
    List<Diagnostic<? extends JavaFileObject>> said =
        compile(FaultsTest::onASmallStack, List.of(), DEEP, TWICE);
    assertEquals(
        List.of(Diagnostic.Kind.NOTE, Diagnostic.Kind.WARNING),
        said.stream().map(Diagnostic::getKind).toList(),
        said::toString);
    List<String> lines = said.get(0).getMessage(null).lines().map(String::strip).toList();
    assertEquals("java.lang.StackOverflowError", lines.get(1));
    assertTrue(lines.size() > 2 && lines.size() < 50, said::toString);
    assertEquals(2, said.get(0).getLineNumber());
    assertTrue(said.get(1).getMessage(null).startsWith("[multishot-consumed]"), said::toString);
  }

  @Test
  void faultThatCannotBeTold_isSilent() throws Exception {
    assertEquals(
        List.of(),
        compile(
            (check, event) -> check.finished(of(unit(false), event)),
            List.of("-Xlint:all", "-Werror"),
            TWICE,
            DEEP));
  }

  private static TaskEvent of(CompilationUnitTree unit, TaskEvent event) {
    return new TaskEvent(event.getKind(), unit, event.getTypeElement());
  }

  /** A file that is none of the compiler's, and knows nothing but, at best, its source. */
  private static CompilationUnitTree unit(boolean hasSource) {
    AtomicBoolean isNew = new AtomicBoolean(true);
    return ProcessorOnFiler.proxy(
        CompilationUnitTree.class,
        (proxy, method, arguments) -> {
          boolean isAnswered = isNew.getAndSet(false) || hasSource; // the event itself asks first
          if (method.getName().equals("getSourceFile") && isAnswered) {
            return null;
          }
          throw new IllegalStateException(method.getName());
        });
  }

  /** Compiles with a check that is called in this way, and returns what is said. */
  private List<Diagnostic<? extends JavaFileObject>> compile(
      BiConsumer<TaskListener, TaskEvent> call, List<String> options, String... sources)
      throws Exception {
    List<String> all =
        new ArrayList<>(List.of("-d", folder.toString(), "-classpath", Javac.classPath()));
    all.addAll(List.of("-proc:none", "-Xplugin:MultiShot off"));
    all.addAll(options);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    said,
                    all,
                    null,
                    Stream.of(sources)
                        .map(source -> forSourceString("misuse.Case", source))
                        .toList());
    TaskListener check = new MisuseListener(task, Settings.of(List.of(), null));
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            call.accept(check, event);
          }
        });
    assertEquals(true, onAStackOf(LARGE, task), said.getDiagnostics()::toString);
    return said.getDiagnostics();
  }

  private static void onASmallStack(TaskListener check, TaskEvent event) {
    onAStackOf(
        SMALL,
        () -> {
          check.finished(event);
          return true;
        });
  }

  private static <T> T onAStackOf(long bytes, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(null, task, "stack of " + bytes, bytes).start();
    try {
      return task.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
