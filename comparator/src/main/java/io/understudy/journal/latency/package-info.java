/**
 * Counts of latencies in log-linear buckets: many threads record them in stage 4, tallies store
 * them in stage 6, and stage 7 adds them up.
 *
 * <p>Here belongs only the histogram; it depends on no other package of this library.
 */
@NullMarked
package io.understudy.journal.latency;

import org.jspecify.annotations.NullMarked;
