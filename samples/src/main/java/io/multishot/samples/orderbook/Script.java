package io.multishot.samples.orderbook;

import java.util.ArrayList;
import java.util.List;

/**
 * What each requester asks, over and over, and what it should be told: the orders of a file, each
 * followed by the questions of somebody who watches the market. A {@link ModelBook} gives the
 * answers beforehand; since each requester has a book of its own, they hold however the requesters
 * interleave.
 */
final class Script {

  private final Step[] steps;

  /**
   * A command and the answer to it.
   *
   * @param expected the reply, unless {@code refused}
   * @param refused whether the answer is an {@link UnknownOrderException}
   */
  record Step(Command command, long expected, boolean refused) {}

  private Script(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /** Makes the script from the orders and cancels of one day. */
  static Script of(List<Command> orders) {
    ModelBook model = new ModelBook();
    List<Step> steps = new ArrayList<>();
    steps.add(step(model, Command.openDay()));
    for (Command order : orders) {
      steps.add(step(model, order));
      steps.add(step(model, Command.bestBid()));
      steps.add(step(model, Command.bestAsk()));
      if (order.operation() == Command.Operation.ADD) {
        steps.add(step(model, Command.volumeAt(order.price())));
      }
    }
    return new Script(steps);
  }

  int length() {
    return steps.length;
  }

  /** The step at {@code index}; after the last one, the day begins anew. */
  Step at(long index) {
    return steps[(int) (index % steps.length)];
  }

  private static Step step(ModelBook model, Command command) {
    try {
      return new Step(command, model.execute(command), false);
    } catch (UnknownOrderException e) {
      return new Step(command, 0, true);
    }
  }
}
