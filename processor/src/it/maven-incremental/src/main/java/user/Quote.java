package user;

import io.multishot.MultiShot;

/** Before the edit. */
@MultiShot(type = long.class)
public interface Quote {}
