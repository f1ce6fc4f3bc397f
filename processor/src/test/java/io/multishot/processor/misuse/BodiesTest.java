package io.multishot.processor.misuse;

import org.junit.jupiter.api.Test;

/** Lambdas, classes inside code, constructors and initialisers. */
final class BodiesTest {

  @Test
  void lambda_isABodyOfItsOwn() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, Executor e) {
          e.execute(() -> s.send(1));
          s.send(2);
          e.execute(() -> s.send(3)); // consumed
          e.execute(
              () -> {
                s.close(); // consumed
              });
        }
        void inside(Executor e, Map<String, PriceChannel.Receiver> m) {
          Consumer<PriceChannel.Sender> c =
              s -> {
                s.send(1);
                s.send(2); // consumed
              };
          BiConsumer<PriceChannel.Receiver, FillChannel.Receiver> d =
              (r, f) -> {
                r.close();
                r.sender().send(1); // closed
                Fill fill = f.take();
                Runnable later = () -> fill.price();
                f.sender();
                Runnable evenLater = () -> fill.price(); // outdated
              };
        }
        void returns(PriceChannel.Sender s) {
          Supplier<Boolean> a = () -> { return s.send(1); };
          s.send(2);
        }
        """);
  }

  @Test
  void methodReference_isToldWhereItsObjectIsOver() {
    Javac.check(
        """
        void sender(PriceChannel.Sender s, PriceChannel.Receiver r, Executor e) {
          LongPredicate first = s::send;
          s.send(1);
          e.execute(s::close); // consumed
          LongPredicate second = (s)::send; // consumed
          Consumer<Throwable> third = s::fail; // consumed
          Supplier<Object> shot = s::shot; // consumed
          BooleanSupplier isAbandoned = s::isAbandoned;
          Supplier<String> string = s::toString;
          s = r.sender();
          e.execute(s::close);
        }
        void left(PriceChannel.Sender s, CompletionStage<Long> f, Executor e) {
          s.sendFrom(f);
          e.execute(s::close);
          LongPredicate send = s::send; // consumed
        }
        void shot(PriceChannel.Sender s, Executor e) {
          PriceChannel.Shot shot = s.shot();
          shot.send(1);
          e.execute(shot::close);
          LongPredicate send = shot::send; // consumed
        }
        void receiver(PriceChannel.Receiver r, Executor e) {
          Supplier<Object> before = r::sender;
          e.execute(r::close);
          r.close();
          Supplier<Object> after = r::sender; // closed
          Supplier<Object> renewed = r::renew; // closed
          Supplier<Object> tried = r::trySender;
          e.execute(r::close);
        }
        void view(FillChannel.Receiver r) {
          Fill fill = r.take();
          DoubleSupplier before = fill::price;
          r.sender();
          DoubleSupplier after = fill::price; // outdated
          IntSupplier hash = fill::hashCode;
          @SuppressWarnings("multishot") DoubleSupplier silent = fill::price;
        }
        void others(PriceChannel.Sender s, PriceChannel.Receiver r) {
          s.send(1);
          r.close();
          Consumer<PriceChannel.Sender> close = PriceChannel.Sender::close;
          Function<PriceChannel.Receiver, Object> arm = PriceChannel.Receiver::sender;
          IntFunction<int[]> array = int[]::new;
          Supplier<List<String>> list = ArrayList<String>::new;
          Supplier<String> string = super::toString;
        }
        """);
  }

  @Test
  void classInsideCode_isABodyOfItsOwn() {
    Javac.check(
        """
        void m(PriceChannel.Sender s) {
          s.send(1);
          Object o =
              new Object() {
                final boolean field = s.send(2); // consumed
                {
                  s.send(3); // consumed
                }
                void n(PriceChannel.Sender t) {
                  t.send(1);
                  s.fail(new Exception()); // consumed
                  t.send(2); // consumed
                }
              };
          class Local {
            PriceChannel.Sender mine;
            Local() {
              s.send(4); // consumed
              mine.send(5);
              mine.send(6);
            }
          }
          enum Kind { ONE; void n(PriceChannel.Sender t) { t.close(); t.send(1); } } // consumed
        }
        """);
  }

  @Test
  void everyBodyOfAClass_isLookedAt() {
    Javac.check(
        """
        static PriceChannel.Sender made() { return null; }
        Case(PriceChannel.Sender s) {
          this(s, s.send(1), s.send(2)); // consumed
        }
        Case(PriceChannel.Sender s, boolean a, boolean b) {}
        {
          PriceChannel.Sender s = made();
          s.send(1);
          s.send(2); // consumed
        }
        static {
          PriceChannel.Sender s = made();
          s.send(1);
          s.send(2); // consumed
        }
        Object field = new Object() {
          { PriceChannel.Sender s = made(); s.send(1); s.send(2); } // consumed
        };
        record Pair(PriceChannel.Sender s) {
          Pair {
            s.send(1);
            s.send(2); // consumed
          }
        }
        enum Kind {
          ONE { void m(PriceChannel.Sender s) { s.send(1); s.send(2); } }; // consumed
          void m(PriceChannel.Sender s) { s.send(1); s.send(2); } // consumed
        }
        interface Has {
          default void m(PriceChannel.Sender s) { s.send(1); s.send(2); } // consumed
        }
        class Inner { class Deep {
          void m(PriceChannel.Sender s) { s.send(1); s.send(2); } // consumed
        } }
        """);
  }

  @Test
  void whatTheBodyOfALambdaDoes_changesNothingOutside() {
    Javac.check(
        """
        void m(PriceChannel.Sender s, PriceChannel.Receiver r) {
          Runnable a = () -> { s.send(1); r.close(); };
          s.send(2);
          r.sender().send(3);
        }
        void arming(PriceChannel.Sender s, PriceChannel.Receiver r) {
          s.send(1);
          Runnable a = () -> { r.sender(); };
          s.send(2); // consumed
        }
        """);
  }
}
