/**
 * The comparator beside the field's: the same objects, compared by each. Run by {@code
 * examples/overhead/compare.sh}.
 */
@NullMarked
package io.understudy.overhead.peers;

import org.jspecify.annotations.NullMarked;
