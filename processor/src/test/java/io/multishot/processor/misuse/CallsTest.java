package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers, and the requests that they ask by. */
final class CallsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q.serve(book)",
        "q.serve(server)",
        "q.send(2)",
        "q.sendFrom(f)",
        "q.fail(new Exception())",
        "q.close()",
        "q.onAbandoned(w)",
        "Runnable r = q::close"
      })
  void consumedRequest_isToldByEachUse(String use) {
    for (String first : List.of("serve(book)", "send(1)", "fail(new Exception())", "close()")) {
      Javac.check(
          """
          void m(PricingCall.Request q, Pricing book, PricingCall.Server server,
              CompletionStage<Double> f, Waker w) {
            q.FIRST;
            USE; // consumed
          }
          """
              .replace("FIRST", first)
              .replace("USE", use));
    }
  }

  @Test
  void answersOfSeveralTypes_consume() {
    Javac.check(
        """
        void m(OrdersCall.Request q, OrdersCall.Request p, CompletionStage<Boolean> f) {
          q.sendPlace(1);
          q.sendCancelFrom(f); // consumed
          p.sendCancelFrom(f);
          p.close();
          p.sendSettle(); // consumed
        }
        """);
  }

  @Test
  void consumedRequest_isToldInItsOwnWords() {
    assertEquals(
        "[multishot-consumed] this request was consumed by sendSettle() in line 4: after that it"
            + " belongs to the caller, which may have asked its next question by it. Serve the"
            + " next one that the queue brings; or, if the caller asks again, assign what that"
            + " returns to the variable",
        message(
            """
            package misuse;
            class Case {
              void m(OrdersCall.Request q, Orders desk) {
                q.sendSettle();
                q.serve(desk);
              }
            }
            """));
  }

  @Test
  void closedCaller_isToldInItsOwnWords() {
    assertEquals(
        "[multishot-closed] this caller was closed by close() in line 4, and a closed one asks"
            + " nothing. Open another one, or close it later",
        message(
            """
            package misuse;
            class Case {
              void m(OrdersCall.Caller c) {
                c.close();
                c.askSettle();
              }
            }
            """));
  }

  @Test
  void ignoredAnswer_isToldByItsName() {
    assertEquals(
        "[multishot-ignored] the result of peekPlace() is thrown away, and there is no other use"
            + " in the call. To discard an outcome call drop(); to end the shot, takePlace()",
        message(
            """
            package misuse;
            class Case {
              void m(OrdersCall.Caller c) {
                c.peekPlace();
              }
            }
            """));
  }

  private static String message(String source) {
    return Javac.told(List.of(), source).get(0).getMessage(null);
  }

  @Test
  void asking_makesTheVariableGood_asArmingDoes() {
    Javac.check(
        """
        void m(PricingCall.Caller c, PricingCall.Request q, Pricing book) {
          q.serve(book);
          PricingCall.Request old = q;
          q = c.askPrice(1, 1);
          q.serve(book);
          old.close(); // consumed
          q.close(); // consumed
          c.askPrice(2, 1);
          q.close();
          q.close(); // consumed
        }
        """);
  }

  @Test
  void closedCaller_asksNothing_butHasItsSeat() {
    Javac.check(
        """
        Object m(PricingCall.Caller c, OrdersCall.Caller d) {
          c.close();
          c.askPrice(1, 1).close(); // closed
          Supplier<Object> r = d::askSettle;
          d.close();
          r = d::askSettle; // closed
          c.request();
          return r;
        }
        """);
  }

  @Test
  void seat_isNeverConsumed() {
    Javac.check(
        """
        PricingCall.Caller field;
        void m(PricingCall.Caller c, Pricing book, boolean b) {
          PricingCall.Request seat = c.request();
          PricingCall.Request alias = seat;
          MultiShotRequest<Pricing> any = seat;
          seat.serve(book);
          alias.serve(book);
          any.close();
          any.close();
          Runnable r = seat::close;
          PricingCall.Request ofField = null;
          if (b) {
            ofField = field.request();
          }
          ofField.serve(book);
          ofField.serve(book);
        }
        """);
  }

  @Test
  void requestFromElsewhere_isASeatWhereItsBodyWaits() {
    Javac.check(
        """
        void m(PricingCall.Request q, OrdersCall.Request o, PricingCall.Caller c, Pricing book)
            throws InterruptedException {
          while (q.awaitRequest()) {
            q.serve(book);
          }
          q.close();
          o.close();
          o.close(); // consumed
          PricingCall.Request asked = c.askPrice(1, 1);
          asked.serve(book);
          asked.serve(book); // consumed
        }
        void ofAnyCall(MultiShotRequest<Pricing> any, Pricing book) throws InterruptedException {
          while (((PricingCall.Request) any).awaitRequest()) {
            any.serve(book);
          }
        }
        """);
  }

  @Test
  void requestFromElsewhere_mayBeASeatThatOthersWaitAt() {
    Javac.check(
        """
        boolean isAsked(PricingCall.Request q) { return true; }
        void m(PricingCall.Request q, PricingCall.Caller c, Pricing book) {
          q.serve(book);
          isAsked(q);
          q.serve(book);
          this.isAsked(q);
          q.serve(book);
          q.serve(book); // consumed
          PricingCall.Request asked = c.askPrice(1, 1);
          asked.serve(book);
          isAsked(asked);
          asked.serve(book); // consumed
        }
        """);
  }

  /** A field, or another thread, may have the same seat. */
  @Test
  void requestFromElsewhere_mayBeASeatThatOtherCodeWaitsAt() {
    Javac.check(
        """
        private PricingCall.Request seat;
        boolean isAsked() { return true; }
        void m(Pricing book, java.util.function.BooleanSupplier asked, Object o) {
          PricingCall.Request q = seat;
          while (isAsked()) {
            q.serve(book);
          }
          while (asked.getAsBoolean()) {
            q.serve(book);
          }
          new Thread(this::isAsked).start();
          q.serve(book);
          new Desk();
          q.serve(book);
          System.out.println(o);
          q.serve(book); // consumed
          Math.abs(1);
          q.serve(book); // consumed
        }
        class Desk {
          Desk() {
            isAsked();
          }
        }
        """);
  }

  @Test
  void serverThatMayAnswerLater_consumesNothing() {
    Javac.check(
        """
        void m(PricingCall.Request q, PricingCall.Server server) {
          q.serve(server);
          q.fail(new Exception());
          q.serve(server); // consumed
        }
        void ofSeveral(OrdersCall.Request q, OrdersCall.Server server, Orders desk) {
          q.serve(server);
          q.serve(desk);
          q.serve(server); // consumed
        }
        """);
  }

  @Test
  void uselessResults_areTold() {
    Javac.check(
        """
        void m(PricingCall.Caller c, OrdersCall.Caller d, MultiShotRequest<Pricing> any) {
          c.toFuture(); // ignored
          d.toFuturePlace(); // ignored
          c.peek(); // ignored
          d.peekCancel(); // ignored
          c.failure(); // ignored
          any.isAbandoned(); // ignored
          c.askPrice(1, 1);
          c.take();
          c.request();
          c.abandon();
          c.drop();
        }
        """);
  }

  @Test
  void typeVariables_areKnownByTheirBounds() {
    Javac.check(
        """
        <Q extends MultiShotRequest<Pricing>> void m(Q q, Pricing book) {
          q.serve(book);
          q.serve(book); // consumed
        }
        <R extends MultiShotSender & MultiShotRequest<?>> void both(R q) {
          q.close();
          q.close(); // consumed
        }
        """);
  }
}
