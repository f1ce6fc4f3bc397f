/** The proofs of the protocol, on generated channels. */
@NullMarked
package io.multishot.proof;

import org.jspecify.annotations.NullMarked;
