package io.multishot.processor.rounds;

import io.multishot.processor.read.DeclarationReader;
import io.multishot.processor.read.PendingTarget;
import io.multishot.processor.read.PendingTargets;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Reporter;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RequestName;
import io.multishot.processor.read.UnresolvedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds and reads declarations, in whichever round. */
final class Declarations {

  private final Messager messager;
  private final Elements elements;
  private final Types types;
  private DeclarationReader reader;

  Declarations(ProcessingEnvironment environment) {
    this.messager = environment.getMessager();
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.reader = new DeclarationReader(elements, types);
  }

  /** Forgets which classes there were in the round before. */
  void beginRound() {
    reader = new DeclarationReader(elements, types);
  }

  /**
   * Whether a member whose type does not exist yet may be missing, too. Javac shows the member, and
   * by its type that something is missing.
   */
  boolean mayBeHidden() {
    return !elements.getClass().getName().startsWith("com.sun.tools.javac.");
  }

  RequestName nameOf(Request request) {
    return RequestName.of(request, elements);
  }

  /** Returns a request as this round shows it; empty if there is none. */
  Optional<Request> find(RequestName name) {
    return name.find(elements);
  }

  /**
   * Reads a declaration. Its problems are reported at once if the compiler shows all of it; else
   * what seems to be wrong may be what the compiler hides, and is to be {@link #judge judged} when
   * nothing is generated any more.
   */
  Reading read(Request request, PendingTargets pending) {
    return read(request, pending, mayBeHidden() ? null : messager);
  }

  /** Reads a declaration for the last time, and reports its problems. */
  Reading judge(Request request) {
    return read(request, PendingTargets.NONE, messager);
  }

  private Reading read(Request request, PendingTargets pending, @Nullable Messager reportTo) {
    if (!request.annotation().isWellTyped()) {
      return new Reading.Refused();
    }
    Reporter reporter = new Reporter(reportTo, request);
    try {
      return reader
          .read(request, reporter, pending)
          .<Reading>map(Reading.Complete::new)
          .orElseGet(Reading.Refused::new);
    } catch (UnresolvedException e) {
      return reporter.hasErrors() ? new Reading.Refused() : new Reading.Incomplete(e.type());
    } catch (RuntimeException bug) {
      reportBug(reporter, request, bug);
      return new Reading.Refused();
    }
  }

  /** Returns what is known of the target of an incomplete declaration, if it says its name. */
  Optional<PendingTarget> pending(Request request) {
    try {
      return reader.pending(request);
    } catch (UnresolvedException e) {
      return Optional.empty();
    }
  }

  void reportBug(Request request, RuntimeException bug) {
    reportBug(reporter(request), request, bug);
  }

  private static void reportBug(Reporter reporter, Request request, RuntimeException bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    reporter.error(Problem.INTERNAL, request.element().getQualifiedName(), trace);
  }

  Reporter reporter(Request request) {
    return new Reporter(messager, request);
  }
}
