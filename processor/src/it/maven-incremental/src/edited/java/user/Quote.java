package user;

import io.multishot.MultiShot;

/** After the edit. */
@MultiShot(type = double.class)
public interface Quote {}
