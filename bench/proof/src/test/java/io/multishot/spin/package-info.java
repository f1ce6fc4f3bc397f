/** The protocol as a model, explored whole by the model checker Spin. */
@NullMarked
package io.multishot.spin;

import org.jspecify.annotations.NullMarked;
