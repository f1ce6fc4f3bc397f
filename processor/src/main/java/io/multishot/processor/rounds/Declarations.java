package io.multishot.processor.rounds;

import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.DeclarationReader;
import io.multishot.processor.read.MultiShotMirror;
import io.multishot.processor.read.PendingChannel;
import io.multishot.processor.read.PendingChannels;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Reporter;
import io.multishot.processor.read.UnresolvedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
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

  DeclarationName nameOf(TypeElement declaration) {
    return DeclarationName.of(declaration, elements);
  }

  /** Returns this round's element of a declaration; empty if there is none. */
  Optional<TypeElement> find(DeclarationName name) {
    return name.find(elements);
  }

  /** Whether a declaration has {@code type = ...}, and so no parts. */
  static boolean namesType(TypeElement declaration) {
    return MultiShotMirror.of(declaration).value("type").isPresent();
  }

  /**
   * Reads a declaration. Its problems are reported at once if the compiler shows all of it; else
   * what seems to be wrong may be what the compiler hides, and is to be {@link #judge judged} when
   * nothing is generated any more.
   */
  Reading read(TypeElement declaration, PendingChannels pending) {
    return read(declaration, pending, mayBeHidden() ? null : messager);
  }

  /** Reads a declaration for the last time, and reports its problems. */
  Reading judge(TypeElement declaration) {
    return read(declaration, PendingChannels.NONE, messager);
  }

  private Reading read(
      TypeElement declaration, PendingChannels pending, @Nullable Messager reportTo) {
    MultiShotMirror annotation = MultiShotMirror.of(declaration);
    if (!annotation.isWellTyped()) {
      return new Reading.Refused();
    }
    Reporter reporter = new Reporter(reportTo, declaration, annotation.mirror());
    try {
      return reader
          .read(declaration, annotation, reporter, pending)
          .<Reading>map(Reading.Complete::new)
          .orElseGet(Reading.Refused::new);
    } catch (UnresolvedException e) {
      return reporter.hasErrors() ? new Reading.Refused() : new Reading.Incomplete(e.type());
    } catch (RuntimeException bug) {
      reportBug(reporter, declaration, bug);
      return new Reading.Refused();
    }
  }

  /** Returns what is known of the channel of an incomplete declaration, if it says its name. */
  Optional<PendingChannel> pending(TypeElement declaration) {
    try {
      return Optional.of(reader.pending(declaration, MultiShotMirror.of(declaration)));
    } catch (UnresolvedException e) {
      return Optional.empty();
    }
  }

  void reportBug(TypeElement declaration, RuntimeException bug) {
    reportBug(reporter(declaration), declaration, bug);
  }

  private static void reportBug(Reporter reporter, TypeElement declaration, RuntimeException bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    reporter.error(Problem.INTERNAL, declaration.getQualifiedName(), trace);
  }

  Reporter reporter(TypeElement declaration) {
    return new Reporter(messager, declaration, MultiShotMirror.of(declaration).mirror());
  }
}
