package io.multishot.report;

/** The arguments on the command line are wrong. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
