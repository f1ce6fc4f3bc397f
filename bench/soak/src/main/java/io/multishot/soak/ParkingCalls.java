package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Both halves park. */
class ParkingCalls extends Calls {

  private final ParkingEchoCall.Caller caller;

  ParkingCalls(ParkingEchoCall.Caller caller) {
    this.caller = caller;
  }

  private static ParkingEchoCall.Request of(MultiShotSender request) {
    return (ParkingEchoCall.Request) request;
  }

  @Override
  ParkingEchoCall.Caller caller() {
    return caller;
  }

  @Override
  MultiShotSender ask(long number, CallQuestion question) {
    return caller.askEcho(number, question);
  }

  @Override
  long take() {
    return caller.take();
  }

  @Override
  long receive() throws InterruptedException {
    return caller.receive();
  }

  @Override
  long receive(long nanos) throws InterruptedException, TimeoutException {
    return caller.receive(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  void onReceive(Handler handler, Executor executor) {
    caller.onReceive(new Telling(handler), executor);
  }

  @Override
  CompletableFuture<Long> toFuture() {
    return caller.toFuture();
  }

  @Override
  long call(
      long number,
      CallQuestion question,
      long nanos,
      @Nullable Consumer<? super MultiShotSender> route) {
    CallDeclarations.ParkingEcho stub =
        route == null
            ? caller.blocking(nanos, TimeUnit.NANOSECONDS)
            : caller.blocking(route, nanos, TimeUnit.NANOSECONDS);
    return stub.echo(number, question);
  }

  @Override
  boolean serve(MultiShotSender request, Later server) {
    return of(request).serve((ParkingEchoCall.Server) server::echo);
  }

  @Override
  boolean send(MultiShotSender request, long answer) {
    return of(request).send(answer);
  }

  @Override
  void sendFrom(MultiShotSender request, CompletableFuture<Long> source) {
    of(request).sendFrom(source);
  }

  @Override
  boolean awaitRequest(MultiShotSender seat) throws InterruptedException {
    return of(seat).awaitRequest();
  }

  @Override
  Poll awaitRequest(MultiShotSender seat, long nanos) throws InterruptedException {
    return of(seat).awaitRequest(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  Poll pollRequest(MultiShotSender seat) {
    return of(seat).pollRequest();
  }

  @Override
  Poll pollRequest(MultiShotSender seat, Waker waker) {
    return of(seat).pollRequest(waker);
  }

  private record Telling(Handler handler) implements ParkingEchoCall.Handler {
    @Override
    public void received(long answer) {
      handler.received(answer);
    }

    @Override
    public void failed(Throwable failure) {
      handler.failed(failure);
    }
  }
}
