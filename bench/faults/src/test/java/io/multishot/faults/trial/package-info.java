/**
 * What errors are injected into: channels of several kinds, the states that they can be in, the
 * operations, and what must hold afterwards. Public methods only.
 */
@NullMarked
package io.multishot.faults.trial;

import org.jspecify.annotations.NullMarked;
