package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A misuse in a body.
 *
 * @param subject what is misused, in the words of the message
 * @param remedy what to do instead, if the message does not say that by itself
 * @param use what came before; {@code null} if the place is a misuse by itself
 * @param isRepeated whether that was in an earlier round of a loop
 */
record Finding(
    Problem problem,
    Tree tree,
    String subject,
    String remedy,
    @Nullable Use use,
    boolean isRepeated) {}
