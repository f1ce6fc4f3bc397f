/** Small programs on generated channels, for the model checker to run in every way. */
@NullMarked
package io.multishot.proof.scenario;

import org.jspecify.annotations.NullMarked;
