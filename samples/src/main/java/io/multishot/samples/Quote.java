package io.multishot.samples;

import io.multishot.MultiShot;

/** Generates {@code QuoteChannel}, a reusable one-shot channel of {@code long}. */
@MultiShot(type = long.class)
interface Quote {}
