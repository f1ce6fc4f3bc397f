package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Slabs that are closed, ids whose shot is over or left, and ids in the place of other numbers. */
final class SlabsTest {

  @Test
  void endedId_isToldWhereItsOwnerUsesIt() {
    Javac.check(
        """
        void m(QuoteSlab s, QuoteSlab.Handler h, Executor e, long id) throws Exception {
          s.take(id);
          s.take(id); // consumed
          s.receive(id); // consumed
          s.receive(id, 1, TimeUnit.SECONDS); // consumed
          s.receiveUninterruptibly(id); // consumed
          s.await(id); // consumed
          s.await(id, 1, TimeUnit.SECONDS); // consumed
          s.onReceive(id, h); // consumed
          s.onReceive(id, h, e); // consumed
          Object future = s.toFuture(id); // consumed
          s.send(id, 1);
          s.fail(id, new Exception());
          s.disconnect(id);
          s.sendFrom(id, CompletableFuture.completedFuture(1L));
          s.poll(id);
          s.poll(id, () -> {});
          Object failure = s.failure(id);
          s.withdraw(id);
          s.abandon(id);
          s.receive(id); // consumed
        }
        void each(TickSlab s, long a, long b, long c, TickSlab.Copy copy) throws Exception {
          s.receive(a, copy);
          s.take(a, copy); // consumed
          s.receiveUninterruptibly(b, copy);
          s.receive(b, copy, 1, TimeUnit.SECONDS); // consumed
          s.abandon(c);
          s.take(c, copy); // consumed
        }
        """);
  }

  @Test
  void leftId_isToldUntilItIsWithdrawn() {
    Javac.check(
        """
        void m(QuoteSlab s, QuoteSlab.Handler h, Executor e, long id) throws Exception {
          s.onReceive(id, h);
          s.take(id); // consumed
          s.await(id); // consumed
          s.onReceive(id, h); // consumed
          s.withdraw(id);
          s.await(id);
          var future = s.toFuture(id);
          s.receive(id); // consumed
          s.poll(id);
          s.onReceive(id, h, e);
          s.receive(id);
          s.withdraw(id);
          s.poll(id);
          s.receive(id); // consumed
        }
        void others(QuoteSlab s, QuoteSlab.Handler h, Runnable r, long id, long other)
            throws Exception {
          s.onReceive(id, h);
          r.run();
          s.onReceive(id, h);
          other(s);
          s.onReceive(id, h);
          Object made = new Case();
          s.onReceive(id, h);
          s.send(other, 1);
          s.onReceive(id, h);
          s.receive(other);
          s.onReceive(id, h);
          try {
            r.run();
          } catch (RuntimeException e) {
            s.take(id);
          }
        }
        void other(QuoteSlab s) {}
        void abandoned(QuoteSlab s, QuoteSlab.Handler h, long id) throws Exception {
          s.onReceive(id, h);
          s.abandon(id);
          s.withdraw(id);
          s.receive(id); // consumed
        }
        """);
  }

  @Test
  void id_isThatOfItsVariableUntilItIsAssigned() {
    Javac.check(
        """
        void m(QuoteSlab s, long id, long[] ids) throws Exception {
          long same = s.acquire();
          long alias = (same);
          s.take(alias);
          s.take(same); // consumed
          same = s.acquire();
          s.take(same);
          s.take(alias); // consumed
          s.take(id);
          id++;
          s.take(id);
          id += 1;
          s.take(id);
          s.take(id = s.tryAcquire());
          s.take(id); // consumed
          s.take(ids[0]);
          s.take(ids[0]);
          Long boxed = s.acquire();
          s.take(boxed);
          s.take(boxed); // consumed
          s.take((int) same);
          s.take((int) same);
          s.take(17L);
          s.take(17L);
        }
        void annotated(QuoteSlab s, @io.multishot.SlabId long id, boolean b) {
          @io.multishot.SlabId long other = s.acquire();
          long one = b ? id : other;
          s.take(one);
          s.take(id);
          s.take(one); // consumed
        }
        """);
  }

  @Test
  void id_isOfOneSlab() {
    Javac.check(
        """
        final QuoteSlab field = QuoteSlab.open(8);
        static final QuoteSlab CONSTANT = QuoteSlab.open(8);
        QuoteSlab exchangeable;
        QuoteSlab slab() { return exchangeable; }
        void m(QuoteSlab a, QuoteSlab b, long id, Case other, QuoteSlab[] slabs) {
          a.take(id);
          b.take(id);
          field.take(id);
          this.field.take(id); // consumed
          CONSTANT.take(id);
          CONSTANT.take(id); // consumed
          other.field.take(id);
          other.field.take(id);
          exchangeable.take(id);
          exchangeable.take(id);
          slab().take(id);
          slab().take(id);
          slabs[0].take(id);
          slabs[0].take(id);
        }
        void reassigned(QuoteSlab a, long id) {
          a.take(id);
          a = QuoteSlab.open(8, 1);
          a.take(id);
          a.take(id); // consumed
        }
        void ofAnother(long id) {
          field.take(id);
          Runnable r = () -> field.take(id); // consumed
          new Case() {
            void n() {
              field.take(id);
            }
          };
        }
        """);
  }

  @Test
  void timeOut_hasEndedTheShotWhereNothingElseCanTimeOut() {
    Javac.check(
        """
        void m(QuoteSlab s, Future<Long> f, long id, Exception e) throws Exception {
          try {
            System.out.println(s.receive(id, 1, TimeUnit.SECONDS));
          } catch (TimeoutException late) {
            s.await(id); // consumed
            s.abandon(id);
            s.send(id, 1);
          }
        }
        void acquired(QuoteSlab s, long id) throws Exception {
          try {
            id = s.acquire();
            s.receive(id, 1, TimeUnit.SECONDS);
            id = s.acquire();
          } catch (TimeoutException late) {
            s.receive(id); // consumed
          }
          s.receive(id);
        }
        void others(QuoteSlab s, Future<Long> f, long id, Exception e) throws Exception {
          try {
            f.get(1, TimeUnit.SECONDS);
            s.receive(id, 1, TimeUnit.SECONDS);
          } catch (TimeoutException late) {
            s.receive(id);
          }
        }
        void thrown(QuoteSlab s, long id, Exception e) throws Exception {
          try {
            if (id > 7) {
              throw e;
            }
            s.receive(id, 1, TimeUnit.SECONDS);
          } catch (TimeoutException late) {
            s.receive(id);
          }
        }
        void called(QuoteSlab s, long id, Callable<Long> c) throws Exception {
          try {
            c.call();
            s.receive(id, 1, TimeUnit.SECONDS);
          } catch (TimeoutException late) {
            s.receive(id);
          }
        }
        void nested(QuoteSlab s, long id) throws Exception {
          try {
            try {
              s.receive(id, 1, TimeUnit.SECONDS);
            } finally {
              id = s.acquire();
            }
          } catch (TimeoutException late) {
            s.receive(id);
          }
        }
        void wider(QuoteSlab s, long id) throws InterruptedException {
          try {
            s.receive(id, 1, TimeUnit.SECONDS);
          } catch (Exception late) {
            s.receive(id);
          }
        }
        void inALambda(QuoteSlab s, long id) throws Exception {
          try {
            Callable<Long> later = () -> s.receive(id, 1, TimeUnit.SECONDS);
            if (later == null) {
              throw new TimeoutException();
            }
          } catch (TimeoutException late) {
            s.receive(id);
          }
        }
        """);
  }

  @Test
  void closedSlab_isToldWhenItIsToGiveOutAnId() {
    Javac.check(
        """
        final QuoteSlab field = QuoteSlab.open(8);
        void m(QuoteSlab s, long id) throws Exception {
          s.close();
          s.close(new Exception());
          s.take(id);
          s.send(id, 1);
          long a = s.acquire(); // closed
          long b = s.tryAcquire();
          long c = s.acquire(7); // closed
          long d = s.tryAcquire(7);
          LongSupplier e = s::acquire; // closed
          Runnable f = s::close;
          s = QuoteSlab.open(8);
          long g = s.acquire();
        }
        void byTry() {
          QuoteSlab s = QuoteSlab.open(8);
          try (s) {
            s.abandon(s.acquire());
          }
          s.abandon(s.acquire()); // closed
        }
        void ofAField(Case other) {
          this.field.close();
          field.abandon(field.acquire()); // closed
          other.field.abandon(other.field.acquire());
          new Case() {
            void n() {
              field.abandon(field.acquire());
            }
          };
        }
        <S extends QuoteSlab> long variable(S s) {
          s.close();
          return s.acquire(); // closed
        }
        """);
  }

  @Test
  void resultThrownAway_isTold() {
    Javac.check(
        """
        QuoteSlab field;
        void m(QuoteSlab s, long id) throws Exception {
          s.acquire(); // ignored
          s.acquire(7); // ignored
          s.tryAcquire(); // ignored
          field.tryAcquire(7); // ignored
          s.toFuture(id); // ignored
          s.withdraw(id);
          s.failure(id); // ignored
          s.poll(id);
          s.await(id, 1, TimeUnit.SECONDS);
          s.send(id, 1);
          s.inFlight();
          s.take(id);
          Runnable r = () -> s.acquire();
        }
        """);
  }

  @Test
  void exchangedArguments_areTold() {
    Javac.check(
        """
        static final long ORDER = 17;
        @io.multishot.SlabId long field;
        long plain;
        @io.multishot.SlabId long made() { return field; }
        long any() { return plain; }
        void m(QuoteSlab s, TickSlab t, int count, char c, long any, double price) throws Exception {
          long id = s.acquire();
          s.send(17, id); // exchanged
          s.send(17L, id); // exchanged
          s.send(-1L, id); // exchanged
          s.send(ORDER, id); // exchanged
          s.send(count, id); // exchanged
          s.send(c, id); // exchanged
          s.send(any * 2, id); // exchanged
          s.send((any / 2), id); // exchanged
          s.send(17, field); // exchanged
          s.send(17, this.field); // exchanged
          s.send(17, made()); // exchanged
          s.send(17, s.acquire()); // exchanged
          t.send(ORDER, id, price); // exchanged
          s.receive(1, id, TimeUnit.SECONDS); // exchanged
          s.await(1, id, TimeUnit.SECONDS); // exchanged
          long total = any % 7;
          s.send(total, id); // exchanged
          total = count;
          s.send(total, id); // exchanged
          total = any;
          s.send(total, id);
          s.send(any, id);
          s.send(any(), id);
          s.send(plain, id);
          s.send(any + 1, id);
          s.send((long) count << 32 | c, id);
          s.send(17, any);
          s.send(id, id);
          s.send(id, 17);
        }
        void beside(QuoteSlab s, @io.multishot.SlabId long id, long price, long[] prices) {
          s.send(price, id); // exchanged
          s.send(id, price);
          price = prices[0];
          s.send(price, id);
        }
        void another(QuoteSlab s, @io.multishot.SlabId long id, long price) {
          id = s.acquire();
          s.send(price, id);
          s.send(price, s.acquire());
        }
        void handler(QuoteSlab s, long id) {
          s.onReceive(id, (over, price) -> s.send(price, over)); // exchanged
        }
        void suppressed(QuoteSlab s, @SuppressWarnings("multishot") long id,
            @SuppressWarnings("multishot") QuoteSlab silent) {
          id = s.acquire();
          s.send(17, id);
          s.take(id);
          s.take(id);
          long other = s.acquire();
          silent.send(17, other);
          silent.take(other);
          silent.take(other);
        }
        """);
  }

  @Test
  void messages_nameThePlaceBeforeAndTheRemedy() {
    String source =
        """
        package misuse;
        class Case {
          void m(QuoteSlab s, QuoteSlab.Handler h) throws Exception {
            long id = s.acquire();
            s.onReceive(id, h);
            s.take(id);
            s.abandon(id);
            s.take(id);
            s.send(17, id);
            s.close();
            s.acquire();
          }
        }
        """;
    assertEquals(
        List.of(
            "[multishot-consumed] the outcome of this id was left to a handler or a future by"
                + " onReceive() in line 5: nobody else can have it. Call withdraw(id) before, or do"
                + " this there",
            "[multishot-consumed] the shot of this id was ended by abandon() in line 7: the id"
                + " names no shot any more. To wait without ending it call await(id, timeout,"
                + " unit); for the next shot acquire the next id",
            "[multishot-exchanged] the arguments of send() are exchanged: the id, \"id\", stands"
                + " behind a number that is none. The id comes first",
            "[multishot-ignored] the result of acquire() is thrown away, and there is no other use"
                + " in the call. The slot is in use until its shot is over: keep the id",
            "[multishot-closed] this slab was closed by close() in line 10, and a closed one gives"
                + " out no id. Open another slab, or close it later"),
        Javac.compile(
                List.of(), List.of("-proc:none"), List.of(), forSourceString("misuse.Case", source))
            .stream()
            .map(one -> one.getMessage(null))
            .toList());
  }
}
