package io.multishot.processor.misuse;

import org.junit.jupiter.api.Test;

/** What catches and finally blocks find. */
final class TriesTest {

  @Test
  void catchBlock_findsTheSenderAsItMayBe() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          try {
            s.send(Long.parseLong("1"));
          } catch (NumberFormatException e) {
            s.fail(e);
          }
          s.close(); // consumed
        }
        void before(PriceChannel.Sender s) {
          s.send(1);
          try {
            System.out.println();
          } catch (RuntimeException e) {
            s.fail(e); // consumed
          } finally {
            s.close(); // consumed
          }
        }
        void assigned(PriceChannel.Receiver r, PriceChannel.Sender s) {
          s.send(1);
          try {
            s = r.sender();
            s.send(2);
          } catch (RuntimeException e) {
            s.fail(e);
          }
        }
        void afterwards(PriceChannel.Sender s) {
          try {
            System.out.println();
          } catch (RuntimeException e) {
            s.fail(e);
            return;
          }
          s.send(1);
        }
        """);
  }

  @Test
  void finallyBlock_isToldOfWhatHoldsOnAllWaysInto() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          try {
            s.send(1);
          } finally {
            s.close();
          }
          s.send(2); // consumed
        }
        void afterACatch(PriceChannel.Sender s) {
          try {
            System.out.println();
          } catch (RuntimeException e) {
            System.out.println();
          } finally {
            s.send(1);
          }
          s.send(2); // consumed
        }
        void onceMore(PriceChannel.Sender s, boolean b) {
          try {
            if (b) {
              return;
            }
            s.send(1);
          } finally {
            System.out.println();
          }
          s.send(2); // consumed
        }
        void allCaught(PriceChannel.Sender s) {
          try {
            System.out.println();
            s.send(1);
          } catch (Throwable t) {
            s.fail(t);
          }
          s.send(2); // consumed
        }
        int returning(PriceChannel.Sender s) {
          s.send(1);
          try {
            return 1;
          } finally {
            s.send(2); // consumed
          }
        }
        void loop(PriceChannel.Sender s, boolean b) {
          while (true) {
            try {
              if (b) break;
              s.send(1); // consumed
            } finally {
              System.out.println();
            }
          }
          s.send(2);
        }
        int swallows(PriceChannel.Sender s) {
          try {
            s.send(1);
          } finally {
            return 1;
          }
        }
        """);
  }

  /** What comes after an inner statement may throw, too. */
  @Test
  void outerCatch_findsWhatInnerOnesHaveLeft() {
    Javac.check(
        """
        void afterAllCaught(PriceChannel.Sender s, PriceChannel.Receiver r) {
          s.send(1);
          try {
            try {
              System.out.println();
            } catch (Throwable t) {
              s = r.sender();
            }
            System.out.println();
          } catch (RuntimeException e) {
            s.fail(e);
          }
        }
        void inFinally(PriceChannel.Sender s, PriceChannel.Receiver r, boolean b) {
          s.send(1);
          try {
            try {
              if (b) return;
            } finally {
              s = r.sender();
            }
            s.send(2);
          } catch (RuntimeException e) {
            s.fail(e);
          }
        }
        """);
  }

  @Test
  void shotAsAResource_isClosedBeforeTheCatch() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          try (PriceChannel.Shot x = s.shot()) {
            x.send(Long.parseLong("1"));
          } catch (NumberFormatException e) {
            s.fail(e); // consumed
          }
          s.send(1); // consumed
        }
        void inFinally(PriceChannel.Sender s) {
          try (PriceChannel.Shot x = s.shot()) {
            System.out.println();
          } finally {
            s.fail(new Exception()); // consumed
          }
        }
        void takenBack(PriceChannel.Sender s, boolean b, CompletionStage<Long> f) {
          try (PriceChannel.Shot x = s.shot()) {
            if (b) x.sendFrom(f);
          }
          s.close();
          s.close(); // consumed
        }
        void left(PriceChannel.Sender s, boolean b) {
          while (true) {
            try (var x = s.shot()) {
              if (b) break;
              return;
            }
          }
          s.send(1); // consumed
        }
        void ofAVariable(PriceChannel.Sender s) {
          PriceChannel.Shot x = s.shot();
          try (x) {
            System.out.println();
          } catch (RuntimeException e) {
            s.fail(e); // consumed
          }
        }
        void second(PriceChannel.Sender s, AutoCloseable other) throws Exception {
          try (PriceChannel.Shot x = s.shot(); AutoCloseable y = open()) {
            x.send(1);
          } catch (IllegalStateException e) {
            s.fail(e); // consumed
          }
        }
        void twice(PriceChannel.Sender s) {
          try (PriceChannel.Shot x = s.shot()) {
            x.send(1);
            x.send(2); // consumed
            s.send(3); // consumed
          }
        }
        void future(PriceChannel.Sender s, CompletionStage<Long> f) {
          try (PriceChannel.Shot x = s.shot()) {
            x.sendFrom(f);
          }
          s.close();
        }
        AutoCloseable open() { return () -> {}; }
        """);
  }

  @Test
  void resourceBefore_mayThrow() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) throws Exception {
          try (AutoCloseable y = open(); PriceChannel.Shot x = s.shot()) {
            x.send(1);
          } catch (IllegalStateException e) {
            s.fail(e);
          }
          s.send(1); // consumed
        }
        void ofACall(PriceChannel.Sender s) {
          try (PriceChannel.Shot x = same(s).shot()) {
            x.send(1);
          } catch (IllegalStateException e) {
            s.fail(e);
          }
        }
        PriceChannel.Sender same(PriceChannel.Sender s) { return s; }
        AutoCloseable open() { return () -> {}; }
        """);
  }
}
