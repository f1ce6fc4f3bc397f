package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls with one method that is not as it should be. */
@SuppressWarnings("ImmutableEnumChecker") // method references that keep nothing
enum FaultyCalls {
  /** The answer to another question. */
  MIXES_UP(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean send(MultiShotSender request, long answer) {
              return super.send(request, isNow() ? answer ^ 1 : answer);
            }
          }),
  /** As it would be if a cell were used again while its answer is to come. */
  ANSWERS_AGAIN(
      caller ->
          new ParkingCalls(caller) {
            private long last = -1;

            @Override
            long receive() throws InterruptedException {
              long now = super.receive();
              long shown = isNow() ? last : now;
              last = now;
              return shown;
            }
          }),
  LOSES_ANSWERS(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean send(MultiShotSender request, long answer) {
              return isNow() || super.send(request, answer);
            }
          }),
  REFUSES_AND_SENDS(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean send(MultiShotSender request, long answer) {
              return super.send(request, answer) && !isNow();
            }
          }),
  /** The server waits for ever. */
  LOSES_WAKE_UPS(
      caller ->
          new ParkingCalls(caller) {
            @Override
            Poll pollRequest(MultiShotSender seat, Waker waker) {
              return super.pollRequest(
                  seat,
                  () -> {
                    if (!isNow()) {
                      waker.wake();
                    }
                  });
            }
          }),
  /** A question that was left to others, and is open still. */
  SHOWS_TWICE(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean serve(MultiShotSender request, Later server) {
              Later twice =
                  (number, question, asked) -> {
                    server.echo(number, question, asked);
                    if (isNow()) {
                      server.echo(number, question, asked);
                    }
                  };
              return super.serve(request, twice);
            }
          }),
  /** A question is left at a seat. */
  LOSES_QUESTIONS(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean serve(MultiShotSender request, CallDeclarations.Book book) {
              return isNow() || super.serve(request, book);
            }
          }),
  ABANDONS_NOTHING(
      caller ->
          new ParkingCalls(caller) {
            @Override
            boolean abandon() {
              return isNow() || super.abandon();
            }
          }),
  KEEPS_QUESTIONS(
      caller ->
          new ParkingCalls(caller) {
            private final List<CallQuestion> kept = new ArrayList<>();

            @Override
            MultiShotSender ask(long number, CallQuestion question) {
              kept.add(question);
              return super.ask(number, question);
            }
          }),
  RUNS_HANDLERS_TWICE(
      caller ->
          new ParkingCalls(caller) {
            @Override
            void onReceive(Handler handler, Executor executor) {
              Handler twice =
                  new Handler() {
                    @Override
                    public void received(long answer) {
                      handler.received(answer);
                      handler.received(answer);
                    }

                    @Override
                    public void failed(Throwable failure) {
                      handler.failed(failure);
                      handler.failed(failure);
                    }
                  };
              super.onReceive(twice, executor);
            }
          });

  /** A fault shows itself in one of so many calls. */
  private static final int RARITY = 10;

  private static final AtomicLong CALLS = new AtomicLong();

  private final Function<ParkingEchoCall.Caller, Calls> adapting;

  FaultyCalls(Function<ParkingEchoCall.Caller, Calls> adapting) {
    this.adapting = adapting;
  }

  Supplier<Calls> callers() {
    return () -> adapting.apply(ParkingEchoCall.open());
  }

  private static boolean isNow() {
    return CALLS.incrementAndGet() % RARITY == 0;
  }
}
