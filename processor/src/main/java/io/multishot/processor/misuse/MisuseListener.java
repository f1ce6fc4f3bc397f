package io.multishot.processor.misuse;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Checks each class once the compiler has analysed it. Nothing that goes wrong here gets out. */
final class MisuseListener implements TaskListener {

  /** What is looked up once in a compilation. */
  private record Lookup(
      Trees trees,
      Elements elements,
      boolean hasRuntime,
      ChannelTypes types,
      Operations operations) {

    static Lookup of(JavacTask task) {
      Elements elements = task.getElements();
      return new Lookup(
          Trees.instance(task),
          elements,
          elements.getTypeElement(ChannelTypes.SENDER) != null,
          new ChannelTypes(),
          new Operations(elements));
    }
  }

  /** Of a stack that has overflowed, a thousand lines would say no more. */
  private static final int TRACE_LINES = 40;

  private final JavacTask task;
  private final Settings settings;
  private @Nullable Lookup lookup;
  private boolean isProcessed;
  private boolean hasFailed;

  MisuseListener(JavacTask task, Settings settings) {
    this.task = task;
    this.settings = settings;
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANNOTATION_PROCESSING) {
      isProcessed = true;
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null || hasFailed) {
      return;
    }
    try {
      analyzed(event, type);
    } catch (
        Throwable failure) { // also of the stack: the class may be as deep as the compiler bears
      tell(event, type, failure);
    }
  }

  private void analyzed(TaskEvent event, TypeElement type) {
    Lookup known = lookup;
    if (known == null) {
      known = Lookup.of(task);
      lookup = known;
      reportMistakes(known, event, type);
    }
    if (!known.hasRuntime || settings.level() == Level.OFF) {
      return;
    }
    ClassTree tree = known.trees.getTree(type);
    if (tree == null || type.getEnclosingElement() instanceof TypeElement) {
      return; // a nested class is a part of the one around
    }
    Reporter reporter = new Reporter(known.trees, event.getCompilationUnit(), settings.level());
    Attributed attributed = new Attributed(known.trees, event.getCompilationUnit());
    Suppressions suppressions = new Suppressions(attributed);
    DeclarationCheck declarations =
        new DeclarationCheck(attributed, suppressions, reporter, known.elements, isProcessed);
    new ClassCheck(attributed, known.types, known.operations, suppressions, declarations, reporter)
        .check(tree);
  }

  private void reportMistakes(Lookup known, TaskEvent event, TypeElement type) {
    ClassTree tree = known.trees.getTree(type);
    Reporter reporter = new Reporter(known.trees, event.getCompilationUnit(), settings.level());
    for (String mistake : settings.mistakes()) {
      reporter.report(Diagnostic.Kind.ERROR, mistake, tree);
    }
  }

  /** Tells that a class was left out. */
  private void tell(TaskEvent event, TypeElement type, Throwable failure) {
    try {
      Trees trees = Trees.instance(task);
      new Reporter(trees, event.getCompilationUnit(), settings.level())
          .report(
              Diagnostic.Kind.NOTE,
              Problem.INTERNAL.message(type, trace(failure)),
              trees.getTree(type));
    } catch (Throwable again) {
      hasFailed = true; // it cannot even be told
    }
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().limit(TRACE_LINES).collect(Collectors.joining("\n"));
  }
}
