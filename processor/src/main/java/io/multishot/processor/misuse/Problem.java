package io.multishot.processor.misuse;

/**
 * The kinds of misuse that are told. Each text says what is wrong and what to write instead; the
 * bracketed identifiers that users see are stable.
 */
enum Problem {
  CONSUMED(
      "consumed",
      "this %s was consumed by %s: after that it belongs to the receiver, which may have armed it"
          + " for somebody else. Take the next one from sender(), or assign the variable anew"),
  REQUEST_CONSUMED(
      "consumed",
      "this request was consumed by %2$s: after that it belongs to the caller, which may have asked"
          + " its next question by it. Serve the next one that the queue brings; or, if the caller"
          + " asks again, assign what that returns to the variable"),
  ID_ENDED(
      "consumed",
      "the shot of this id was ended by %2$s: the id names no shot any more. To wait without ending"
          + " it call await(id, timeout, unit); for the next shot acquire the next id"),
  ID_LEFT(
      "consumed",
      "the outcome of this id was left to a handler or a future by %2$s: nobody else can have it."
          + " Call withdraw(id) before, or do this there"),
  EXCHANGED(
      "exchanged",
      "the arguments of %s() are exchanged: the id, \"%s\", stands behind a number that is none."
          + " The id comes first"),
  OUTDATED(
      "outdated",
      "this view was outdated by %2$s: it can be read until the receiver arms the next shot or is"
          + " closed. Read it before that, copy what is needed, or receive the next message into"
          + " the variable"),
  CLOSED(
      "closed",
      "this receiver was closed by %2$s, and a closed one arms no sender. Open another channel, or"
          + " close it later"),
  CALLER_CLOSED(
      "closed",
      "this caller was closed by %2$s, and a closed one asks nothing. Open another one, or close it"
          + " later"),
  SLAB_CLOSED(
      "closed",
      "this slab was closed by %2$s, and a closed one gives out no id. Open another slab, or close"
          + " it later"),
  IGNORED(
      "ignored", "the result of %s() is thrown away, and there is no other use in the call. %s"),
  UNSEEN(
      "unseen",
      "no %s is generated for %s: it lies inside code, where compilers call no annotation"
          + " processor. Make it a member of a named class, or a class of its own"),
  UNPROCESSED(
      "unprocessed",
      "no annotation processor has run, so that %s, the %s of %s, was not generated. Name the"
          + " processor: multishot-processor in annotationProcessorPaths of Maven's compiler"
          + " plugin, in Gradle annotationProcessor(...), on the command line -processorpath; from"
          + " JDK 23 on javac runs none that is merely on the class path, but with -proc:full"),
  LEVEL(
      "level", "\"%s\" is no level of the misuse check, in %s: the levels are off, warn and error"),
  INTERNAL(
      "internal",
      "the misuse check failed on %s, and has left it out. This is a bug in it, not in your code;"
          + " please report it with this trace:%n%s");

  private final String id;
  private final String text;

  Problem(String id, String text) {
    this.id = id;
    this.text = text;
  }

  String message(Object... arguments) {
    return "[multishot-" + id + "] " + String.format(text, arguments);
  }
}
