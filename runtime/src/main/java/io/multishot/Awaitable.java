package io.multishot;

/**
 * What a {@link ReceiverGroup} can wait for: a receiver, or a shot of a slab. Other classes cannot
 * implement it.
 */
public sealed interface Awaitable permits MultiShotReceiver, SlabShot {}
