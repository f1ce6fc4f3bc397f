/**
 * Reusable one-shot channels: a receiver arms a sender, the sender ends the shot with one outcome,
 * and the receiver takes it and arms the next shot. Nothing is allocated, boxed or locked.
 *
 * <p>Declare a channel with {@link io.multishot.MultiShot}; the annotation processor generates a
 * class whose two halves extend {@link io.multishot.MultiShotReceiver} and {@link
 * io.multishot.MultiShotSender}. The state machine of a shot is in the superclass of the latter,
 * and that of a receiver's handlers beside it.
 *
 * <p>A sender is for one shot, and is to be forgotten after it. In production it is recycled: the
 * receiver arms the same object again. In checked mode, which tests have, each shot has a sender of
 * its own, so that {@link io.multishot.MultiShots} can tell misuse.
 *
 * <p>A {@linkplain io.multishot.Slab slab}, declared with {@link io.multishot.MultiShotSlab}, is a
 * table of slots for one shot each, whose shots have ids that can travel: for replies that come
 * over a wire.
 *
 * <p>A call, declared with {@link io.multishot.MultiShotCall}, is a channel whose cell carries the
 * question, too: a {@link io.multishot.MultiShotCaller} asks, and who has the request serves it.
 *
 * <h2>Words</h2>
 *
 * <dl>
 *   <dt>shot
 *   <dd>one sender armed, one outcome received
 *   <dt>arm
 *   <dd>{@code receiver.sender()}: hand out the right to send once
 *   <dt>live sender
 *   <dd>armed, and not yet consumed by {@code send}, {@code fail}, {@code close} or {@code
 *       sendFrom}
 *   <dt>outcome
 *   <dd>exactly one of a value, a failure, a disconnect
 *   <dt>abandon
 *   <dd>the receiver stops wanting the outcome ({@code close}, {@code renew}, or whoever completes
 *       its future); the sender is notified
 *   <dt>discard
 *   <dd>end a shot without looking at its outcome: {@code drop}, or arming the next
 *   <dt>slot, id
 *   <dd>of a slab: the place of a shot, used again and again; and the name of one shot, never used
 *       again
 *   <dt>question, answer
 *   <dd>of a call: the arguments of a method, and what it has returned or thrown
 *   <dt>request
 *   <dd>the cell of a call, by which a question is served and answered; a sender
 *   <dt>caller, server
 *   <dd>the half that asks, and whoever serves its requests
 *   <dt>seat
 *   <dd>a request that shows each question of one caller, to a server that waits on the cell
 *   <dt>waker
 *   <dd>what a sender runs once the outcome is there
 * </dl>
 *
 * <h2>Memory consistency effects</h2>
 *
 * <ul>
 *   <li>What a thread does before {@code send}, {@code fail} or {@code close} <i>happens-before</i>
 *       what another does after {@code poll}, {@code take}, {@code receive} or a {@link
 *       io.multishot.Waker} has shown it that outcome.
 *   <li>What a thread does before {@code sender()} <i>happens-before</i> what another does with the
 *       sender, if the reference was handed over safely (an executor, a concurrent queue, a
 *       volatile field). Taking an outcome therefore happens-before the next {@code send}.
 *   <li>What a thread does before it asks <i>happens-before</i> what another does after {@code
 *       serve} has called it, if the request was handed over safely, or after the {@code
 *       awaitRequest} that has shown it the question.
 * </ul>
 */
@NullMarked
package io.multishot;

import org.jspecify.annotations.NullMarked;
