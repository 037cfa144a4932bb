/**
 * Measures the overhead of Understudy: a call in each state of woven code against a hand-written
 * copy of the same data, and a comparison against other libraries. Run by {@code
 * examples/overhead/run.sh}.
 */
@NullMarked
package io.understudy.overhead;

import org.jspecify.annotations.NullMarked;
