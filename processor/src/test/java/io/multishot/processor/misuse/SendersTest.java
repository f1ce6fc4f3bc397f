package io.multishot.processor.misuse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders and shots that are used once more, in straight code. */
final class SendersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.send(2)",
        "s.fail(new Exception())",
        "s.close()",
        "s.sendFrom(f)",
        "Object o = s.shot()",
        "s.onAbandoned(w)"
      })
  void consumedSender_isToldByEachUse(String use) {
    for (String first : new String[] {"s.send(1)", "s.fail(new Exception())", "s.close()"}) {
      Javac.check(
          "void m(PriceChannel.Sender s, CompletionStage<Long> f, Waker w) {\n"
              + first
              + ";\n"
              + use
              + "; // consumed\n"
              + "}");
    }
  }

  @Test
  void sender_isConsumedBySendFrom_butForClose() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, PriceChannel.Sender t, CompletionStage<Long> f) {
          s.sendFrom(f);
          s.close();
          s.close(); // consumed
          t.sendFrom(f);
          t.send(1); // consumed
        }
        """);
  }

  @Test
  void consumedSender_isNotToldToBeLookedAt() {
    Javac.check(
        """
        boolean m(PriceChannel.Sender s, Queue<Object> q) {
          s.send(1);
          q.add(s);
          Supplier<Object> r = s::isAbandoned;
          System.out.println(s);
          return s.isAbandoned() || s == null || s.equals(r);
        }
        """);
  }

  @Test
  void sender_mayBeUsedWithoutSending() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, Waker w) {
          s.onAbandoned(w);
          s.onAbandoned(w);
          if (!s.isAbandoned()) {
            s.send(1);
          }
        }
        """);
  }

  @Test
  void alias_isTheSameSender() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          PriceChannel.Sender a = s;
          var b = ((PriceChannel.Sender) (a));
          Object o = b;
          MultiShotSender base = s;
          b.send(1);
          s.send(2); // consumed
          a.send(3); // consumed
          ((PriceChannel.Sender) o).send(4); // consumed
          base.close(); // consumed
        }
        """);
  }

  @Test
  void assignment_makesTheVariableGood() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r, PriceChannel.Sender s) {
          s.send(1);
          PriceChannel.Sender old = s;
          s = r.sender();
          s.send(2);
          old.send(3); // consumed
          s.send(4); // consumed
          (s = r.sender()).send(5);
          s.send(6); // consumed
        }
        """);
  }

  @Test
  void armingWhoseResultIsUsed_tellsNothingOfAnOlderVariable() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r, PriceChannel.Sender s) {
          s.send(1);
          PriceChannel.Sender t = r.sender();
          s.send(2); // consumed
          t.send(3);
          r.sender().send(4);
          t.send(5); // consumed
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sender", "renew"})
  void armingAsAStatement_silencesWhatItMayHaveArmed(String arm) {
    Javac.check(
        """
        void m(PriceChannel.Receiver r, PriceChannel.Sender s, CountChannel.Receiver c) {
          s.send(1);
          c.ARM();
          s.send(2); // consumed
          r.ARM();
          s.send(3);
          s.send(4); // consumed
        }
        PriceChannel.Receiver field;
        void ofAField(PriceChannel.Sender s) {
          s.send(1);
          field.ARM();
          PriceChannel.Shot x = s.shot();
          x.send(2);
          s.send(3); // consumed
        }
        void ofAnotherReceiver() {
          PriceChannel.Receiver a = PriceChannel.open();
          PriceChannel.Receiver b = PriceChannel.open();
          PriceChannel.Sender s = a.sender();
          s.send(1);
          b.ARM();
          s.send(2); // consumed
          a.ARM();
          s.send(3);
        }
        void ofAnUnknownReceiver(PriceChannel.Receiver a) {
          PriceChannel.Receiver b = PriceChannel.open();
          PriceChannel.Sender s = a.sender();
          s.send(1);
          b.ARM();
          s.send(2);
        }
        """
            .replace("ARM", arm));
  }

  @Test
  void shot_isOfTheSenderRight() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, PriceChannel.Sender t, CompletionStage<Long> f) {
          PriceChannel.Shot x = s.shot();
          x.send(1);
          s.send(2); // consumed
          x.fail(new Exception()); // consumed
          x.sendFrom(f); // consumed
          x.close();
          PriceChannel.Shot y = t.shot();
          t.send(3);
          y.send(4); // consumed
        }
        void ofAnUnknownSender(Map<String, PriceChannel.Sender> map) {
          PriceChannel.Shot x = map.get("a").shot();
          x.send(1);
          x.send(2); // consumed
        }
        void left(PriceChannel.Sender s, CompletionStage<Long> f) {
          PriceChannel.Shot x = s.shot();
          x.sendFrom(f);
          x.close();
          s.close();
          s.send(1); // consumed
        }
        void closed(PriceChannel.Sender s) {
          s.shot().close();
          s.send(1); // consumed
        }
        """);
  }

  @Test
  void consumedShot_staysConsumedWhenTheReceiverIsArmed() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r, PriceChannel.Sender s) {
          PriceChannel.Shot x = s.shot();
          x.send(1);
          r.sender();
          x.send(2); // consumed
        }
        """);
  }

  @Test
  void uselessShot_isToldOnce() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          s.send(1);
          PriceChannel.Shot x = s.shot(); // consumed
          x.send(2);
        }
        """);
  }

  @Test
  void typeVariables_areKnownByTheirBounds() {
    Javac.check(
        """
        <S extends MultiShotSender & Runnable, X extends Shot> void m(S s, X x) {
          s.close();
          s.fail(new Exception()); // consumed
          x.fail(new Exception());
          x.fail(new Exception()); // consumed
        }
        void any(TypedReceiver<? extends PriceChannel.Sender, Long, ?> r) {
          var s = r.sender();
          s.send(1);
          s.send(2); // consumed
        }
        void generic(ReplyChannel.Sender<String> s) {
          s.send("a", 1);
          s.send("b", 2); // consumed
        }
        """);
  }

  @Test
  void argumentsRunBeforeTheCall() {
    Javac.check(
        """
        int once(PriceChannel.Sender s) { return 1; }
        void m(PriceChannel.Sender s, PriceChannel.Sender t, PriceChannel.Receiver r) {
          s.send(s.send(1) ? 2 : 3); // consumed
          t.send(once(t = r.sender()));
          t.send(1);
        }
        """);
  }

  @Test
  void classesWithMethodsOfTheSameNames_areNone() {
    Javac.check(
        """
        static class Mine {
          void send(int i) {} void close() {} Object shot() { return this; } void peek() {}
          Mine sender() { return this; }
        }
        void m(Mine s) {
          s.send(1);
          s.send(2);
          s.shot();
          s.peek();
          s.close();
          s.sender();
        }
        """);
  }
}
