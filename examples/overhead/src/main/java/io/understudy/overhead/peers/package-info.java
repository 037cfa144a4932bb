/**
 * Measures the comparator against other comparators, with the same objects. Run by {@code
 * examples/overhead/compare.sh}.
 */
@NullMarked
package io.understudy.overhead.peers;

import org.jspecify.annotations.NullMarked;
