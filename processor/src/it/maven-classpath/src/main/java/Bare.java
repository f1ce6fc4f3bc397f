import io.multishot.MultiShot;

/** A declaration in the unnamed package. */
@MultiShot(type = int.class)
interface Bare {}
