/**
 * Errors are thrown everywhere, rather than where somebody has thought of them.
 *
 * <p>A class loader ({@link io.multishot.faults.InjectingLoader}) puts a call of {@link
 * io.multishot.faults.Injector} in front of each allocation and of each call that leaves the
 * runtime and the generated code: a <i>point</i>. A <i>trial</i> brings a channel into a state,
 * runs one operation, and has the n-th of these points throw; then it uses the channel, and reports
 * what is not as the contract says. This is repeated for each n, each operation, each state and
 * each kind of channel.
 *
 * <p>{@link io.multishot.faults.InjectionTest} does that, and prints how much it has tried; {@link
 * io.multishot.faults.SeedTest} demands that its mutants of the runtime are found; {@link
 * io.multishot.faults.StackDepthTest} has real stacks overflow, of which no rewriting is needed.
 *
 * <p>On the code before the mending it found 12 of the table's kinds by itself and eleven more: the
 * table was what reviews, and bug reports of other channels, had led to.
 *
 * <p>It does not see:
 *
 * <ul>
 *   <li>errors at the calls that {@link io.multishot.faults.Excluded} lists, each with its reason,
 *       and in class initializers, which have run before
 *   <li>the end of the stack within the JDK's own {@code unpark}, behind the exchange
 *   <li>memory that is lacking for longer than one operation: {@link
 *       io.multishot.faults.Fault#LACK_OF_MEMORY} ends with it
 *   <li>two threads at once: something is thrown on one thread only, while no other is between two
 *       of its steps; of the thread that waits, only that it is woken is looked at
 * </ul>
 *
 * <p>What is tried is in {@link io.multishot.faults.trial}; it uses public methods only. The names
 * of classes of the runtime occur in {@link io.multishot.faults.Seed} only. {@code KNOWN.md} can
 * hold what is found and not mended yet; it is empty.
 */
@NullMarked
package io.multishot.faults;

import org.jspecify.annotations.NullMarked;
