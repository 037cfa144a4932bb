/**
 * What Understudy costs: a call in each of the states that woven code can be in, beside a
 * hand-written copy of the same data, and a comparison beside other libraries. Run by {@code
 * examples/overhead/run.sh}.
 */
@NullMarked
package io.understudy.overhead;

import org.jspecify.annotations.NullMarked;
