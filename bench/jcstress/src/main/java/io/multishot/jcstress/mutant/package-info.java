/**
 * Protocols with one mistake each, which the stress tests must catch. A class here bears the name
 * of the tests whose eyesight it checks.
 */
@NullMarked
package io.multishot.jcstress.mutant;

import org.jspecify.annotations.NullMarked;
