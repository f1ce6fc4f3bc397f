package io.multishot.processor.misuse;

import org.junit.jupiter.api.Test;

/** Conditions, loops, switches and jumps: what is told holds on every way. */
final class FlowTest {

  @Test
  void useOnOneBranch_isNotTold() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, boolean b) {
          if (b) {
            s.send(1);
          }
          s.send(2);
        }
        void returning(PriceChannel.Sender s, boolean b) {
          if (b) {
            s.send(1);
            return;
          }
          s.send(2);
          s.send(3); // consumed
        }
        void throwing(PriceChannel.Sender s, boolean b) {
          if (b) {
            s.send(1);
            throw new IllegalStateException();
          }
          s.send(2);
        }
        void correlated(PriceChannel.Sender s, boolean b) {
          if (b) s.send(1);
          if (b) s.send(2);
        }
        """);
  }

  @Test
  void useOnAllBranches_isTold() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, boolean b) {
          if (b) {
            s.send(1);
          } else {
            s.close();
          }
          s.send(2); // consumed
        }
        void chosen(PriceChannel.Sender s, PriceChannel.Sender t, boolean b) {
          (b ? s : t).send(1);
          s.send(2);
          boolean sent = b ? t.send(3) : t.fail(new Exception());
          t.send(4); // consumed
        }
        void chosenOnce(PriceChannel.Sender s, PriceChannel.Sender t, boolean b) {
          PriceChannel.Sender either = b ? s : t;
          either.send(1);
          either.send(2); // consumed
          PriceChannel.Sender same = b ? s : (PriceChannel.Sender) s;
          same.send(3);
          s.send(4); // consumed
        }
        """);
  }

  @Test
  void conditions_runTheirRightSideOnlyIfTheyHaveTo() {
    Javac.check(
        """
        void or(PriceChannel.Sender s) {
          if (s.send(1) || s.send(2)) { // consumed
            s.send(3); // consumed
          }
        }
        void and(PriceChannel.Sender s, boolean b) {
          if (b && s.send(1)) {
            s.send(2); // consumed
          } else {
            s.send(3);
          }
        }
        void not(PriceChannel.Sender s, boolean b) {
          if (!(b || s.send(1))) {
            s.send(2); // consumed
            return;
          }
          s.send(3);
        }
        void value(PriceChannel.Sender s, boolean b) {
          boolean sent = b && s.send(1);
          s.send(2);
        }
        void asserted(PriceChannel.Sender s, PriceChannel.Sender t) {
          assert s.send(1);
          s.send(2);
          t.send(3);
          assert t.send(4) : "never"; // consumed
        }
        void constant(PriceChannel.Sender s) {
          if (true) s.send(1);
          s.send(2); // consumed
          if (false) s.send(3);
        }
        """);
  }

  @Test
  void loop_isToldInItsSecondRound() {
    Javac.check(
        """
        void each(PriceChannel.Sender s) {
          for (int i = 0; i < 3; i++) {
            s.send(i); // consumed
          }
        }
        void forEach(PriceChannel.Sender s, List<Long> values) {
          for (long value : values) s.send(value); // consumed
        }
        void whileTrue(PriceChannel.Sender s) {
          while (true) {
            s.send(1); // consumed
          }
        }
        void until(PriceChannel.Sender s) {
          do {
            s.close(); // consumed
          } while (!s.isAbandoned());
          s.send(2); // consumed
        }
        void condition(PriceChannel.Sender s) {
          while (!s.send(1)) {} // consumed
          s.send(2); // consumed
        }
        """);
  }

  @Test
  void loopThatEndsAfterTheSend_isSilent() {
    Javac.check(
        """
        void retried(PriceChannel.Sender s) throws Exception {
          while (true) {
            try {
              s.send(Long.parseLong("1"));
              break;
            } catch (NumberFormatException e) {
              Thread.sleep(1);
            }
          }
        }
        void found(PriceChannel.Sender s, List<Long> values) {
          for (long value : values) {
            if (value > 1) {
              s.send(value);
              return;
            }
          }
          s.close();
        }
        void armed(PriceChannel.Receiver r) {
          PriceChannel.Sender s = r.sender();
          for (int i = 0; i < 3; i++) {
            s.send(i);
            r.take();
            s = r.sender();
          }
          s.send(1);
        }
        void declared(PriceChannel.Receiver r) {
          for (int i = 0; i < 3; i++) {
            PriceChannel.Sender s = r.sender();
            s.send(i);
          }
        }
        void inUpdate(PriceChannel.Receiver r) {
          for (PriceChannel.Sender s = r.sender(); ; s = r.sender()) {
            s.send(1);
          }
        }
        void fresh(List<PriceChannel.Sender> senders) {
          for (PriceChannel.Sender s : senders) {
            s.send(1);
          }
        }
        void asStatement(PriceChannel.Receiver r, PriceChannel.Sender s) {
          while (true) {
            s.send(1);
            r.take();
            r.sender();
          }
        }
        void sometimes(PriceChannel.Sender s, boolean b) {
          for (int i = 0; i < 3; i++) {
            if (b) {
              s.send(i);
            }
          }
        }
        """);
  }

  @Test
  void loopOfOneRound_isSilent() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, PriceChannel.Sender t, PriceChannel.Sender u) {
          do {
            s.send(1);
          } while (false);
          for (int i = 0; i < 1; i++) {
            t.send(i);
          }
          boolean done = false;
          while (!done) {
            u.send(1);
            done = true;
          }
          t.send(2); // consumed
          u.send(2); // consumed
        }
        void counted(PriceChannel.Sender s, PriceChannel.Sender t, PriceChannel.Sender u, int n) {
          for (int i = 2; i > 0; i -= 2) s.send(1);
          for (int i = 0; i != 2; ++i) t.send(1); // consumed
          for (int i = 0; i + n < 1; i++) u.send(1); // consumed
        }
        void elements(PriceChannel.Sender s, PriceChannel.Sender t, PriceChannel.Sender u,
            PriceChannel.Sender v, Long[] all) {
          for (long one : List.of(1L)) s.send(one);
          for (long one : new long[] {1}) t.send(one);
          for (long one : Arrays.asList(all)) u.send(one); // consumed
          for (long one : List.of(1L, 2L)) v.send(one); // consumed
        }
        void cast(PriceChannel.Sender s) {
          int i = 256;
          if ((byte) i == 256) {
            System.out.println();
          } else {
            s.send(1);
          }
          byte b = (byte) i;
          if (b == 256) return;
          s.send(2);
        }
        """);
  }

  @Test
  void jumps_leadWhereTheyName() {
    Javac.check(
        """
        void labeled(PriceChannel.Sender s, boolean b) {
          out:
          {
            if (b) {
              break out;
            }
            s.send(1);
            return;
          }
          s.send(2);
          s.send(3); // consumed
        }
        void outer(PriceChannel.Sender s, boolean b) {
          outer:
          while (true) {
            while (true) {
              if (b) {
                s.send(1); // consumed
                continue outer;
              }
              break outer;
            }
          }
          s.send(2);
        }
        void onlyRound(PriceChannel.Sender s, boolean b) {
          outer:
          for (; ; ) {
            for (; ; ) {
              s.send(1);
              break outer;
            }
          }
          s.send(2); // consumed
        }
        void skips(PriceChannel.Sender s, int n) {
          for (int i = 0; i < n; i++) {
            if (i < 5) {
              continue;
            }
            s.send(i);
            break;
          }
        }
        """);
  }

  @Test
  void viewInALoop_isOutdatedInTheSecondRound() {
    Javac.check(
        """
        void m(FillChannel.Receiver r) throws Exception {
          Fill fill = r.receive();
          while (true) {
            fill.price(); // outdated
            FillChannel.Sender s = r.sender();
          }
        }
        void closes(FillChannel.Receiver r) {
          while (true) {
            FillChannel.Sender s = r.sender(); // closed
            r.close();
          }
        }
        """);
  }

  @Test
  void switches_beginEachCaseAnew() {
    Javac.check(
        """
        void statement(PriceChannel.Sender s, int i) {
          switch (i) {
            case 1:
              s.send(1);
              break;
            case 2:
              s.close();
              return;
            default:
              s.send(3);
          }
          s.send(4); // consumed
        }
        void withoutDefault(PriceChannel.Sender s, int i) {
          switch (i) {
            case 1 -> s.send(1);
            case 2 -> s.close();
          }
          s.send(3);
        }
        void fallsThrough(PriceChannel.Sender s, PriceChannel.Sender t, int i) {
          switch (i) {
            case 1:
              s.send(1);
            case 2:
              s.send(2);
          }
          switch (i) {
            case 1:
              t.send(1);
              t.send(2); // consumed
            default:
          }
          t.send(3);
        }
        boolean expression(PriceChannel.Sender s, int i) {
          boolean sent = switch (i) {
            case 1 -> s.send(1);
            case 2 -> {
              if (s.send(2)) {
                yield true;
              }
              yield false;
            }
            default -> throw new IllegalStateException();
          };
          return s.send(3); // consumed
        }
        void yielded(PriceChannel.Sender s, PriceChannel.Sender t, int i) {
          PriceChannel.Sender either = switch (i) { case 1: yield s; default: yield t; };
          PriceChannel.Sender same = switch (i) { case 1 -> s; default -> s; };
          either.send(1);
          same.send(2);
          s.send(3); // consumed
          either.send(4); // consumed
          t.send(5);
        }
        void ignored(PriceChannel.Receiver r, int i) {
          switch (i) {
            case 1 -> r.peek(); // ignored
            default -> r.toFuture(); // ignored
          }
        }
        """);
  }

  @Test
  void patterns_bindWhatTheyMatch() {
    Javac.check(
        """
        void m(Object o, PriceChannel.Sender s) {
          if (o instanceof PriceChannel.Sender t) {
            t.send(1);
            t.send(2); // consumed
          }
          Object same = s;
          if (same instanceof PriceChannel.Sender t && t.send(3)) {
            s.send(4); // consumed
          }
        }
        void each(List<Object> all) {
          for (Object o : all) {
            if (o instanceof PriceChannel.Sender t) t.send(1);
          }
        }
        """);
  }

  @Test
  void synchronizedBlock_isABlock() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          synchronized (this) {
            s.send(1);
          }
          s.send(2); // consumed
        }
        """);
  }

  @Test
  void fieldsCallsAndElements_areNotFollowed() {
    Javac.check(
        """
        PriceChannel.Sender field;
        PriceChannel.Receiver receiver;
        void answer(PriceChannel.Sender s) { s.send(1); }
        PriceChannel.Sender next() { return field; }
        void m(PriceChannel.Sender s, PriceChannel.Sender[] all) {
          answer(s);
          answer(s);
          field.send(1);
          field.send(2);
          this.field.send(3);
          all[0].send(1);
          all[0].send(2);
          next().send(1);
          next().send(2);
          receiver.close();
          receiver.sender().send(1);
        }
        """);
  }

  @Test
  void bodyThatIsTooLarge_isLeftAlone() {
    StringBuilder body =
        new StringBuilder("void m(PriceChannel.Sender s, boolean b) {\n s.send(1);\n");
    int depth = 30;
    for (int i = 0; i < depth; i++) {
      body.append("while (b) {\n");
    }
    body.append("s.send(2);\n").append("}".repeat(depth)).append("}\n");
    body.append("void other(PriceChannel.Sender s) {\n s.send(1);\n s.send(2); // consumed\n}");
    Javac.check(body.toString());
  }
}
