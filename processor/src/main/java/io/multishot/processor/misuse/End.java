package io.multishot.processor.misuse;

import java.util.Objects;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * That a sender is consumed, a receiver or slab closed, a view outdated, or an id without a shot.
 *
 * @param isRearmed whether a receiver that may be the sender's was armed as a mere statement since:
 *     then nothing is told of the sender, though it is told of its shots
 * @param slab the variable that holds the slab of an id; {@code null} if it is unknown which slab
 */
record End(Use use, boolean isRearmed, @Nullable Element slab) {

  static End by(Use use) {
    return new End(use, false, null);
  }

  static End ofId(Use use, Element slab) {
    return new End(use, false, slab);
  }

  End join(End other) {
    return new End(
        use.join(other.use),
        isRearmed || other.isRearmed,
        Objects.equals(slab, other.slab) ? slab : null);
  }

  End rearmed() {
    return new End(use, true, slab);
  }
}
