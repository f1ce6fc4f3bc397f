/** What the model checker is to find possible, and what not, before it is believed. */
@NullMarked
package io.multishot.modelchecker.litmus;

import org.jspecify.annotations.NullMarked;
