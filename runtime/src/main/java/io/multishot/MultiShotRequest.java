package io.multishot;

/**
 * A question that has been asked, for whoever serves it: it is handed over once, and answered once.
 *
 * <p>One queue may carry the requests of several callers, and of several interfaces that one object
 * implements: {@code Queue<MultiShotRequest<? super Book>>}.
 *
 * <p>A request is a {@link MultiShotSender}, and used as one: it has one owner at a time, and is to
 * be forgotten once it is answered, since the caller asks its next question by the same object.
 * Generated classes implement this, and nobody else.
 *
 * @param <S> the interface that was called
 */
public interface MultiShotRequest<S> {

  /**
   * Has {@code server} answer, on this thread: calls the method that was asked, and sends what it
   * returns. Throws nothing that the method throws: that is the answer, then. Where that is an
   * {@link InterruptedException}, this thread's interrupt is pending afterwards.
   *
   * <p>If the caller has given the question up, nothing is called.
   *
   * @return whether an answer was published; {@code false} if the caller had given the question up
   * @throws IllegalStateException if this request is answered already
   */
  boolean serve(S server);

  /**
   * Answers with a failure; see {@link MultiShotSender#fail}.
   *
   * @return whether it was published; {@code false} if the caller had given the question up
   * @throws IllegalStateException if this request is answered already
   */
  boolean fail(Throwable cause);

  /** Ends the call without an answer, if it has none yet; see {@link MultiShotSender#close}. */
  void close();

  /** Whether the caller has given the question up; see {@link MultiShotSender#isAbandoned}. */
  boolean isAbandoned();

  /** Has {@code waker} run when the caller gives up; see {@link MultiShotSender#onAbandoned}. */
  void onAbandoned(Waker waker);
}
