package io.multishot.processor.misuse;

/**
 * That a sender is consumed, a receiver closed, or a view outdated.
 *
 * @param isRearmed whether a receiver that may be the sender's was armed as a mere statement since:
 *     then nothing is told of the sender, though it is told of its shots
 */
record End(Use use, boolean isRearmed) {

  End join(End other) {
    return new End(use.join(other.use), isRearmed || other.isRearmed);
  }

  End rearmed() {
    return new End(use, true);
  }
}
