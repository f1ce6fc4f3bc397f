/**
 * The annotation processor of MultiShot, in three steps: <i>read</i> a declaration and tell all
 * that is wrong with it ({@link io.multishot.processor.DeclarationReader}), <i>describe</i> the
 * channel in a plain model ({@link io.multishot.processor.Channel}), <i>write</i> its source
 * ({@link io.multishot.processor.ChannelWriter}).
 */
@NullMarked
package io.multishot.processor;

import org.jspecify.annotations.NullMarked;
