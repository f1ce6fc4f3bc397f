package io.multishot;

import java.util.concurrent.TimeoutException;

/**
 * What a shot of a slab has failed with whose deadline was over. Made for each such shot, without a
 * stack: thousands may expire in one call.
 */
public final class ExpiredException extends TimeoutException {

  private static final long serialVersionUID = 1L;

  /** The shot's name. */
  private final long id;

  ExpiredException(long id) {
    this.id = id;
  }

  /** {@return the id of the shot} */
  public long id() {
    return id;
  }

  @Override
  public String getMessage() {
    return "no outcome of shot " + id + " before its deadline";
  }

  /** Does nothing. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
