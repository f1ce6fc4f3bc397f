/**
 * A model checker of Java's access modes: what Loom is for Rust.
 *
 * <p>On x86 no running test can see that an access is too weak, for the hardware orders more than
 * Java promises; and no test at all sees every schedule. {@link
 * io.multishot.modelchecker.ModelChecker} runs a {@link io.multishot.modelchecker.Scenario} again
 * and again, on class files as javac left them, until it has been through every schedule and, for
 * each load, every store that the memory model lets it return.
 *
 * <h2>How it works</h2>
 *
 * A class loader ({@code Rewriter}) sends each use of a {@code VarHandle}, of a field or an array
 * element, of {@code LockSupport}, of the interrupt flag and of the clock to the {@code Execution}
 * at hand. Threads take turns; whose turn it is, and what a load returns, are choices, and a
 * depth-first search ({@code Search}) makes each of them in turn by running the scenario anew.
 *
 * <h2>The memory model</h2>
 *
 * That of "Using JDK 9 Memory Order Modes" (Lea) and "A formalization of Java's concurrent access
 * modes" (Bender and Palsberg, OOPSLA 2019), made operational: each variable has its stores in
 * coherence order, and each thread a view, the least store that it may still read of each.
 *
 * <ul>
 *   <li><i>Plain</i> access to a field or an array element is no choice: two of them, of which one
 *       writes, or one and a store by a {@code VarHandle}, that no happens-before orders, are a
 *       data race, and an error. A load by a {@code VarHandle} may race with a plain write, and
 *       returns what was there before it or what it wrote. Explicit plain access by a {@code
 *       VarHandle} may race, and then returns any store that is not overwritten by one that
 *       happens-before it, in no coherent order.
 *   <li>Each element of an array is a variable of its own. One that a {@code VarHandle} accesses
 *       must not be accessed plainly while the threads run: to fill the array in the set-up and to
 *       read it at the end is fine.
 *   <li><i>Opaque</i> access is coherent. <i>Acquire</i> loads that read <i>release</i> stores
 *       order what is before the one and behind the other. There are no release sequences: who
 *       reads a weaker store that overwrote a release store has acquired nothing.
 *   <li><i>Volatile</i> accesses are in addition totally ordered, in some order that agrees with
 *       each thread's, with happens-before and with coherence, but need not be that of the clock.
 *   <li>A read-modify-write reads the store that its own directly follows. The {@code Acquire}
 *       forms write plainly, the {@code Release} forms read plainly; weak compare-and-sets may fail
 *       for no reason, as often as is asked for. A compare-and-set that fails orders nothing: the
 *       specification says more, but whoever relies on that reads better with a volatile load.
 *   <li>No thread misses the newest store of a variable for ever: not more than three times.
 *   <li>Stores may come to lie, in coherence order, before such as were executed earlier, where
 *       nothing orders the two.
 *   <li>{@code unpark} gives no happens-before, but it has its place among the volatile accesses,
 *       before the {@code park} that takes its permit. {@code park} returns for no reason as often
 *       as is asked for, and time passes when it hurts. Interrupting happens-before the interrupt's
 *       detection.
 * </ul>
 *
 * <h2>What it does not see</h2>
 *
 * A load never returns a store that is executed later; plain reads by a {@code VarHandle} that race
 * could ("load buffering"). Reads and writes of {@code long} through a {@code VarHandle} in plain
 * mode do not tear. Final fields are taken to be visible. Whatever else is not modelled (monitors,
 * {@code java.util.concurrent}, static variables that change, and more) is refused when it is
 * reached: {@link io.multishot.modelchecker.UnmodelledException}.
 */
@NullMarked
package io.multishot.modelchecker;

import org.jspecify.annotations.NullMarked;
