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

  Reading read(TypeElement declaration, PendingChannels pending) {
    MultiShotMirror annotation = MultiShotMirror.of(declaration);
    Reporter reporter = new Reporter(messager, declaration, annotation.mirror());
    try {
      return reader
          .read(declaration, annotation, reporter, pending)
          .<Reading>map(Reading.Complete::new)
          .orElseGet(Reading.Refused::new);
    } catch (UnresolvedException e) {
      return reporter.hasErrors() ? new Reading.Refused() : new Reading.Incomplete(e.type());
    } catch (RuntimeException bug) {
      reportBug(declaration, bug);
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
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    reporter(declaration).error(Problem.INTERNAL, declaration.getQualifiedName(), trace);
  }

  Reporter reporter(TypeElement declaration) {
    return new Reporter(messager, declaration, MultiShotMirror.of(declaration).mirror());
  }
}
