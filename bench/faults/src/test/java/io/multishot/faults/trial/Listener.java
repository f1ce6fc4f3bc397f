package io.multishot.faults.trial;

import io.multishot.fixtures.Handler;
import org.jspecify.annotations.Nullable;

/** A handler that is registered for one shot, and notes what it is told of. */
class Listener implements Handler {

  private final Setting setting;
  private final @Nullable Reply reply;

  /**
   * @param reply the shot that is open; {@code null} if there is none, so that it is told at once
   */
  Listener(Setting setting, @Nullable Reply reply) {
    this.setting = setting;
    this.reply = reply;
  }

  @Override
  public void received(@Nullable Object value) {
    setting.tell(reply, Twins.number(value));
  }

  @Override
  public void failed(Throwable failure) {
    setting.tellFailure(reply, failure);
  }
}
