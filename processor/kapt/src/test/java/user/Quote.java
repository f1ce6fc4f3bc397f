package user;

import io.multishot.MultiShot;

/** A value, declared in Java. */
@MultiShot(type = long.class)
public interface Quote {}
