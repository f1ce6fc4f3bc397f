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
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a wrong answer is noticed. The queue answers at once, so nobody ever waits. */
class RequesterTest {

  private final Script script =
      Script.of(List.of(Command.add(1, Side.BUY, 100, 10), Command.cancel(2)));

  @ParameterizedTest
  @EnumSource
  void run_withRightAnswers_countsNoneAsWrong(Variant variant) throws Exception {
    Session session = new Session();
    Tally tally = run(variant, request -> assertTrue(session.answer(request)));
    assertEquals(script.length(), tally.requests());
    assertEquals(1, tally.refusals());
    assertEquals(0, tally.wrongAnswers());
    assertNull(tally.firstWrongAnswer());
  }

  @ParameterizedTest
  @EnumSource
  void run_withWrongValues_countsAllAndReportsTheFirst(Variant variant) throws Exception {
    Tally tally = run(variant, request -> assertTrue(request.reply(666)));
    assertEquals(script.length(), tally.wrongAnswers());
    String report = report(variant, tally);
    assertTrue(report.contains("WRONG: requester 0, request 1: Step["), report);
    assertTrue(report.contains("was answered by: 666"), report);
  }

  @ParameterizedTest
  @EnumSource
  void run_withARefusalOfAnotherOrder_countsItAsWrong(Variant variant) throws Exception {
    var other = new UnknownOrderException(3);
    Tally tally = run(variant, request -> assertTrue(request.fail(other)));
    assertEquals(script.length(), tally.wrongAnswers());
  }

  private Tally run(Variant variant, Consumer<Request> worker) throws InterruptedException {
    Tally tally = new Tally();
    Queue<Request> queue = new AnsweringQueue(worker);
    new Requester(0, script, queue, variant.newSlot(), ReplySlot.FOREVER)
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

  private static final class AnsweringQueue extends ArrayDeque<Request> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Consumer<Request> worker;

    AnsweringQueue(Consumer<Request> worker) {
      this.worker = worker;
    }

    @Override
    public boolean offer(Request request) {
      worker.accept(request);
      return true;
    }
  }
}
