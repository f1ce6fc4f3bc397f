package io.multishot.samples.orderbook;

import io.multishot.MultiShot;

/** Generates {@code ReplyChannel}, over which the worker answers one requester. */
@MultiShot(type = long.class)
interface Reply {}
