package io.multishot.processor.misuse;

import io.multishot.processor.misuse.Program.Act;
import io.multishot.processor.misuse.Program.And;
import io.multishot.processor.misuse.Program.Atom;
import io.multishot.processor.misuse.Program.Condition;
import io.multishot.processor.misuse.Program.If;
import io.multishot.processor.misuse.Program.Jump;
import io.multishot.processor.misuse.Program.JumpKind;
import io.multishot.processor.misuse.Program.Labeled;
import io.multishot.processor.misuse.Program.Loop;
import io.multishot.processor.misuse.Program.Not;
import io.multishot.processor.misuse.Program.Or;
import io.multishot.processor.misuse.Program.Sequence;
import io.multishot.processor.misuse.Program.Site;
import io.multishot.processor.misuse.Program.Statement;
import io.multishot.processor.misuse.Program.Switch;
import io.multishot.processor.misuse.Program.Throw;
import io.multishot.processor.misuse.Program.Try;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Writes bodies as methods of one class, each call in a line of its own. */
final class ProgramWriter {

  private final StringBuilder text = new StringBuilder();
  private final List<Site> sites = new ArrayList<>();
  private final Deque<String> innermost = new ArrayDeque<>();
  private final Deque<String> innermostLoop = new ArrayDeque<>();
  private int line = 1;
  private int names;

  ProgramWriter() {
    line("package misuse;");
    line("abstract class Case {");
    line("abstract boolean c();");
    line("abstract int n();");
    line("java.util.concurrent.CompletionStage<Fill> f;");
    line("QuoteSlab.Handler h;");
    line("Pricing b;");
    line("abstract void p(PricingCall.Request q);");
  }

  void write(String name, Statement body) {
    line("void " + name + "(FillChannel.Sender s0, FillChannel.Sender s1, FillChannel.Sender s2,");
    line("FillChannel.Shot x0, FillChannel.Shot x1, FillChannel.Receiver r0,");
    line("FillChannel.Receiver r1, Fill v0, Fill v1,");
    line("PricingCall.Caller c0, PricingCall.Caller c1,");
    line("PricingCall.Request q0, PricingCall.Request q1,");
    line("QuoteSlab l0, QuoteSlab l1, long i0, long i1) {");
    statement(body);
    line("}");
  }

  String finished() {
    return text + "}\n";
  }

  int lines() {
    return line;
  }

  private void line(String words) {
    text.append(words).append('\n');
    line++;
  }

  private void site(Site site) {
    text.append('\n');
    line++;
    site.line = line;
    sites.add(site);
  }

  List<Site> sites() {
    return sites;
  }

  private void statement(Statement statement) {
    if (statement instanceof Act act) {
      act(act);
      line(";");
    } else if (statement instanceof Sequence sequence) {
      line("{");
      sequence.statements().forEach(this::statement);
      line("}");
    } else if (statement instanceof If choice) {
      text.append("if (");
      condition(choice.condition());
      line(")");
      statement(choice.then());
      if (choice.otherwise() != null) {
        line("else");
        statement(choice.otherwise());
      }
    } else if (statement instanceof Loop loop) {
      loop(loop);
    } else if (statement instanceof Labeled labeled) {
      line(labeled.label() + ":");
      statement(labeled.body());
    } else if (statement instanceof Jump jump) {
      jump(jump);
    } else if (statement instanceof Throw) {
      line("throw new IllegalStateException();");
    } else if (statement instanceof Try guarded) {
      guarded(guarded);
    } else if (statement instanceof Switch choice) {
      choice(choice);
    }
  }

  private void loop(Loop loop) {
    Statement body = Objects.requireNonNull(loop.body);
    line(loop.label + ":");
    Condition condition = loop.condition;
    switch (loop.kind) {
      case WHILE -> {
        text.append("while (");
        condition(Objects.requireNonNull(condition));
        line(")");
      }
      case DO -> line("do");
      case FOR -> {
        text.append("for (; ");
        condition(Objects.requireNonNull(condition));
        text.append("; ");
        act(Objects.requireNonNull(loop.update));
        line(")");
      }
      case FOREVER -> line(names++ % 2 == 0 ? "while (true)" : "for (;;)");
    }
    innermost.push(loop.label);
    innermostLoop.push(loop.label);
    statement(body);
    innermost.pop();
    innermostLoop.pop();
    if (loop.kind == Program.LoopKind.DO) {
      text.append("while (");
      condition(Objects.requireNonNull(condition));
      line(");");
    }
  }

  private void jump(Jump jump) {
    String label = jump.label();
    if (jump.kind() == JumpKind.RETURN) {
      line("return;");
    } else if (jump.kind() == JumpKind.BREAK) {
      line(label.equals(innermost.peek()) ? "break;" : "break " + label + ";");
    } else {
      line(label.equals(innermostLoop.peek()) ? "continue;" : "continue " + label + ";");
    }
  }

  private void guarded(Try guarded) {
    text.append("try ");
    if (!guarded.resource().isEmpty()) {
      text.append("(FillChannel.Shot ").append(guarded.resource()).append(" =");
      site(guarded.site());
      text.append(guarded.shot()).append(".shot()) ");
    }
    statement(guarded.body());
    if (guarded.handler() != null) {
      String caught = guarded.isBroad() ? "Throwable" : "RuntimeException";
      line("catch (" + caught + " e" + names++ + ")");
      statement(guarded.handler());
    }
    if (guarded.last() != null) {
      line("finally {");
      statement(guarded.last());
      line("}");
    }
  }

  private void choice(Switch choice) {
    line(choice.label() + ":");
    line("switch (n()) {");
    innermost.push(choice.label());
    int last = choice.cases().size() - 1;
    for (int i = 0; i <= last; i++) {
      String label = i == last && choice.hasDefault() ? "default" : "case " + i;
      line(label + (choice.isRule() ? " ->" : ":"));
      statement(choice.cases().get(i));
    }
    innermost.pop();
    line("}");
  }

  private void condition(Condition condition) {
    if (condition instanceof Atom atom) {
      act(atom.act());
    } else if (condition instanceof Not not) {
      text.append("!(");
      condition(not.of());
      text.append(')');
    } else if (condition instanceof And and) {
      binary(and.left(), " && ", and.right());
    } else if (condition instanceof Or or) {
      binary(or.left(), " || ", or.right());
    }
  }

  private void binary(Condition left, String operator, Condition right) {
    text.append('(');
    condition(left);
    text.append(operator);
    condition(right);
    text.append(')');
  }

  private void act(Act act) {
    site(act.site());
    String target = act.target();
    String source = act.source();
    text.append(
        switch (act.action()) {
          case OPAQUE -> "c()";
          case SEND, SHOT_SEND -> source + ".send(1, 2, \"a\")";
          case FAIL, SHOT_FAIL -> source + ".fail(new Exception())";
          case CLOSE, SHOT_CLOSE, CLOSE_RECEIVER, CLOSE_REQUEST, CLOSE_CALLER ->
              source + ".close()";
          case SEND_FROM, SHOT_SEND_FROM -> source + ".sendFrom(f)";
          case ON_ABANDONED -> source + ".onAbandoned(null)";
          case SHOT -> target + " = " + source + ".shot()";
          case ARM -> target + " = " + source + ".sender()";
          case RENEW -> target + " = " + source + ".renew()";
          case TRY_ARM -> target + " = " + source + ".trySender()";
          case ARM_STATEMENT -> source + ".sender()";
          case RENEW_STATEMENT -> source + ".renew()";
          case OPEN -> target + " = FillChannel.open()";
          case ALIAS, ALIAS_RECEIVER, ALIAS_VIEW, ALIAS_REQUEST -> target + " = " + source;
          case TAKE -> target + " = " + source + ".take()";
          case READ -> source + ".venue()";
          case ID_TAKE -> target + ".take(" + source + ")";
          case ID_ABANDON -> target + ".abandon(" + source + ")";
          case ID_LEAVE -> target + ".onReceive(" + source + ", h)";
          case ID_WITHDRAW -> target + ".withdraw(" + source + ")";
          case ID_POLL -> target + ".poll(" + source + ")";
          case ID_SEND -> target + ".send(" + source + ", 1)";
          case ALIAS_ID -> target + " = " + source;
          case ACQUIRE -> target + " = " + source + ".acquire()";
          case CLOSE_SLAB -> source + ".close()";
          case SERVE -> source + ".serve(b)";
          case PASS_ON -> "p(" + source + ")";
          case ASK -> target + " = " + source + ".askPrice(1, 1)";
          case ASK_STATEMENT -> source + ".askPrice(1, 1)";
          case SEAT -> target + " = " + source + ".request()";
          case OPEN_CALLER -> target + " = PricingCall.open()";
          case OPEN_SLAB -> target + " = QuoteSlab.open(8)";
        });
  }
}
