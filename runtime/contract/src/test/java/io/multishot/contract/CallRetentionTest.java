package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.contract.Declarations.Cupboard;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Nothing that a question or an answer brought with it is kept alive by the call after its end. */
@Tag("production")
final class CallRetentionTest {

  private final CupboardCall.Caller caller = CupboardCall.open();
  private final CupboardCall.Caller seated = CupboardCall.open();
  private final CupboardCall.Request seat = seated.request();

  /** What may be held, and must not hold: requests that a queue or a server keeps. */
  private final List<Object> held = new ArrayList<>();

  /** One call, after which something is to be gone. */
  private interface Way {
    WeakReference<?> go() throws Exception;
  }

  private record Case(String name, Way way) {}

  /** Keeps nothing. */
  private static final class Empty implements Cupboard {
    @Override
    public void put(Object thing) {}

    @Override
    public Object get() {
      return new Object();
    }
  }

  private static final Cupboard EMPTY = new Empty();

  @TestFactory
  Stream<DynamicTest> call_eachEnd_releasesWhatItHad() {
    return Stream.of(
            new Case("question served", this::questionServed),
            new Case("question left to others", this::questionLeftToOthers),
            new Case("question failed by the server", this::questionFailed),
            new Case("question closed by the server", this::questionClosed),
            new Case("question given up, and served late", this::questionGivenUp),
            new Case("question of a closed caller, served late", this::questionOfClosedCaller),
            new Case("question at a seat", this::questionAtASeat),
            new Case("question at a seat, given up", this::questionGivenUpAtASeat),
            new Case("question at a seat, given up unseen", this::questionGivenUpUnseen),
            new Case("question at a seat, of a closed caller", this::questionOfClosedCallerAtASeat),
            new Case("question at a seat that was left", this::questionAtALeftSeat),
            new Case("answer taken", this::answerTaken),
            new Case("answer dropped", this::answerDropped),
            new Case("answer to nobody", this::answerToNobody),
            new Case("answer handled", this::answerHandled),
            new Case("failure received", this::failureReceived),
            new Case("request given up", this::requestGivenUp),
            new Case("request given up at a seat", this::requestGivenUpAtASeat),
            new Case("server's waker, run", this::wakerRun),
            new Case("server's waker, replaced", this::wakerReplaced),
            new Case("server's thread", this::serversThread))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private void check(Case each) throws Exception {
    WeakReference<?> reference = each.way().go();
    assertTrue(Collected.isSoon(reference), each.name());
    caller.abandon(); // it is alive
    seated.abandon();
    held.clear();
  }

  private CupboardCall.Request ask(List<WeakReference<Object>> asked) {
    Object thing = new Object();
    asked.add(new WeakReference<>(thing));
    CupboardCall.Request request = caller.askPut(thing);
    held.add(request);
    return request;
  }

  private WeakReference<Object> askAtSeat() {
    Object thing = new Object();
    seated.askPut(thing);
    return new WeakReference<>(thing);
  }

  private interface Use {
    void of(CupboardCall.Request request) throws Exception;
  }

  private WeakReference<?> question(Use use) throws Exception {
    List<WeakReference<Object>> asked = new ArrayList<>();
    use.of(ask(asked));
    return asked.get(0);
  }

  private WeakReference<?> questionServed() throws Exception {
    return question(request -> request.serve(EMPTY));
  }

  private WeakReference<?> questionLeftToOthers() throws Exception {
    return question(
        request ->
            request.serve(
                new CupboardCall.Server() {
                  @Override
                  public void put(Object thing, CupboardCall.Request left) {
                    held.add(left);
                  }

                  @Override
                  public void get(CupboardCall.Request left) {}
                }));
  }

  private WeakReference<?> questionFailed() throws Exception {
    return question(
        request -> {
          request.fail(new IllegalStateException());
          assertThrows(CompletionException.class, caller::receivePut);
        });
  }

  private WeakReference<?> questionClosed() throws Exception {
    return question(
        request -> {
          request.close();
          assertThrows(DisconnectedException.class, caller::receivePut);
        });
  }

  private WeakReference<?> questionGivenUp() throws Exception {
    return question(
        request -> {
          caller.abandon();
          request.serve(EMPTY);
        });
  }

  private WeakReference<?> questionOfClosedCaller() throws Exception {
    CupboardCall.Caller closed = CupboardCall.open();
    held.add(closed);
    Object thing = new Object();
    CupboardCall.Request request = closed.askPut(thing);
    held.add(request);
    closed.close();
    request.serve(EMPTY);
    return new WeakReference<>(thing);
  }

  private WeakReference<?> questionAtASeat() {
    WeakReference<Object> thing = askAtSeat();
    assertEquals(Poll.READY, seat.pollRequest());
    seat.serve(EMPTY);
    return thing;
  }

  private WeakReference<?> questionGivenUpAtASeat() {
    WeakReference<Object> thing = askAtSeat();
    assertEquals(Poll.READY, seat.pollRequest());
    seated.abandon();
    seat.serve(EMPTY);
    return thing;
  }

  private WeakReference<?> questionGivenUpUnseen() {
    WeakReference<Object> thing = askAtSeat();
    seated.abandon();
    return thing;
  }

  private WeakReference<?> questionOfClosedCallerAtASeat() {
    CupboardCall.Caller closed = CupboardCall.open();
    held.add(closed);
    held.add(closed.request());
    Object thing = new Object();
    closed.askPut(thing);
    closed.close();
    return new WeakReference<>(thing);
  }

  private WeakReference<?> questionAtALeftSeat() {
    CupboardCall.Caller left = CupboardCall.open();
    CupboardCall.Request leftSeat = left.request();
    held.add(left);
    held.add(leftSeat);
    Object thing = new Object();
    left.askPut(thing);
    leftSeat.close();
    assertThrows(DisconnectedException.class, left::receivePut);
    return new WeakReference<>(thing);
  }

  private WeakReference<?> answerTaken() {
    caller.askGet().serve(EMPTY);
    return new WeakReference<>(caller.takeGet());
  }

  private WeakReference<?> answerDropped() {
    caller.askGet().serve(EMPTY);
    WeakReference<Object> answer = new WeakReference<>(caller.peekGet());
    caller.drop();
    return answer;
  }

  private WeakReference<?> answerToNobody() {
    CupboardCall.Request request = caller.askGet();
    held.add(request);
    caller.abandon();
    Object answer = new Object();
    request.sendGet(answer);
    return new WeakReference<>(answer);
  }

  private WeakReference<?> answerHandled() {
    CupboardCall.Request request = caller.askGet();
    List<WeakReference<Object>> answers = new ArrayList<>();
    caller.onReceiveGet(answer -> answers.add(new WeakReference<>(answer)));
    request.serve(EMPTY);
    return answers.get(0);
  }

  private WeakReference<?> failureReceived() {
    IllegalStateException failure = new IllegalStateException();
    caller.askGet().fail(failure);
    assertSame(failure, assertThrows(CompletionException.class, caller::receiveGet).getCause());
    return new WeakReference<>(failure);
  }

  private WeakReference<?> requestGivenUp() {
    WeakReference<Object> request = new WeakReference<>(caller.askGet());
    caller.abandon();
    return request;
  }

  /** The server was shown the cell of a question that is over; it serves the next. */
  private WeakReference<?> requestGivenUpAtASeat() {
    WeakReference<Object> request = new WeakReference<>(seated.askGet());
    assertEquals(Poll.READY, seat.pollRequest());
    seated.abandon();
    seated.askGet();
    assertEquals(Poll.READY, seat.pollRequest());
    seat.serve(EMPTY);
    seated.takeGet();
    return request;
  }

  private WeakReference<?> waker() {
    Object captured = new Object();
    Waker waker = () -> held.add(captured.getClass());
    assertEquals(Poll.PENDING, seat.pollRequest(waker));
    return new WeakReference<>(waker);
  }

  private WeakReference<?> wakerRun() {
    WeakReference<?> waker = waker();
    seated.askGet();
    seated.abandon();
    return waker;
  }

  private WeakReference<?> wakerReplaced() {
    WeakReference<?> waker = waker();
    assertEquals(Poll.PENDING, seat.pollRequest(() -> {}));
    return waker;
  }

  private WeakReference<?> serversThread() throws Exception {
    try (TestThreads threads = new TestThreads()) {
      Thread server =
          threads.start(
              () -> {
                assertTrue(seat.awaitRequest());
                seat.serve(EMPTY);
              });
      TestThreads.awaitParked(server);
      seated.askGet();
      seated.receiveGet();
      return new WeakReference<>(server);
    }
  }
}
