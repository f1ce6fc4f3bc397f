package io.multishot.samples;

import io.multishot.MultiShotSlab;

/** Generates {@code ReadingSlab}: replies whose ids go along with the requests. */
@MultiShotSlab(type = long.class)
interface Reading {}
