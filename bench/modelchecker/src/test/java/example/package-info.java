/** A class that is not the checker's own, checked: the README goes through it. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
