package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a wrong answer is noticed. The queue answers at once, so nobody ever waits. */
class RequesterTest {

  private final Script script =
      Script.of(List.of(Command.add(1, Side.BUY, 100, 10), Command.cancel(2)));

  @ParameterizedTest
  @EnumSource
  void run_withRightAnswers_countsNoneAsWrong(Variant variant) throws Exception {
    Sessions sessions = new Sessions(1);
    Tally tally =
        run(variant, request -> sessions.at(0).answer(request), call -> call.serve(sessions));
    assertEquals(script.length(), tally.requests());
    assertEquals(1, tally.refusals());
    assertEquals(0, tally.wrongAnswers());
    assertNull(tally.firstWrongAnswer());
  }

  @ParameterizedTest
  @EnumSource
  void run_withWrongValues_countsAllAndReportsTheFirst(Variant variant) throws Exception {
    Tally tally = run(variant, request -> request.reply(666), call -> call.send(666));
    assertEquals(script.length(), tally.wrongAnswers());
    String report = report(variant, tally);
    assertTrue(report.contains("WRONG: requester 0, request 1: Step["), report);
    assertTrue(report.contains("was answered by: 666"), report);
  }

  @ParameterizedTest
  @EnumSource
  void run_withARefusalOfAnotherOrder_countsItAsWrong(Variant variant) throws Exception {
    var other = new UnknownOrderException(3);
    Tally tally = run(variant, request -> request.fail(other), call -> call.fail(other));
    assertEquals(script.length(), tally.wrongAnswers());
  }

  /** Each is what the worker does, and tells whether the requester has the answer. */
  private Tally run(
      Variant variant, Predicate<Request> worker, Predicate<DeskCall.Request> callsWorker)
      throws InterruptedException {
    Tally tally = new Tally();
    Queues queues = new Queues(new AnsweringQueue<>(worker), new AnsweringQueue<>(callsWorker));
    new Requester(0, script, variant.newClient(0, queues), ReplySlot.FOREVER)
        .run(script.length(), tally);
    return tally;
  }

  private static String report(Variant variant, Tally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Result result = new Result(List.of(new Round(1, tally)));
    new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .printResults(Map.of(variant, result));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class AnsweringQueue<R> extends ArrayDeque<R> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Predicate<R> worker;

    AnsweringQueue(Predicate<R> worker) {
      this.worker = worker;
    }

    @Override
    public boolean offer(R request) {
      assertTrue(worker.test(request));
      return true;
    }
  }
}
