package io.multishot.samples;

import io.multishot.MultiShot;

/** Generates {@code AnswerChannel}: a small channel, of which there may be a million. */
@MultiShot(type = long.class, padded = false)
interface Answer {}
