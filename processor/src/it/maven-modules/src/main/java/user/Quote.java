package user;

import io.multishot.MultiShot;

/** One value. */
@MultiShot(type = long.class)
public interface Quote {}
