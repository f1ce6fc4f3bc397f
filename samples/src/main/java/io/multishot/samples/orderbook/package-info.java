/**
 * A service with many requesters and one worker, which owns an order book for each of them. The
 * replies come back as {@code long}s, over MultiShot channels, MultiShot calls and {@link
 * java.util.concurrent.CompletableFuture}s, and these are measured side by side.
 *
 * <pre>
 *   Requester --- Request ---&gt; MpscArrayQueue ---&gt; Worker --- Session --- OrderBook
 *       ^                                             |
 *       +-- ReplySlot (channel or future) &lt;--- long --+
 *
 *   Requester --- DeskCall.Request ---&gt; MpscArrayQueue ---&gt; Worker --- Session --- OrderBook
 *       ^                                                      |
 *       +--- the same DeskCall.Request &lt;--------------- long --+
 * </pre>
 *
 * <p>Begin with {@link io.multishot.samples.orderbook.ChannelSlot} for the use of a channel, {@link
 * io.multishot.samples.orderbook.Desk} and {@link io.multishot.samples.orderbook.CallClient} for
 * that of calls, {@link io.multishot.samples.orderbook.Requester} for asking with a time-out, and
 * {@link io.multishot.samples.orderbook.Worker} for answering.
 */
@NullMarked
package io.multishot.samples.orderbook;

import org.jspecify.annotations.NullMarked;
