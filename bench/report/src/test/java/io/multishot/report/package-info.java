/** What the report of the benchmarks says, and that it says no more than was measured. */
@NullMarked
package io.multishot.report;

import org.jspecify.annotations.NullMarked;
