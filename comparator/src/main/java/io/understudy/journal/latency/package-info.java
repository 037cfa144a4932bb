/**
 * Counts latencies in log-linear buckets: recorded by many threads in stage 4, stored in tallies in
 * stage 6, added up in stage 7.
 *
 * <p>Here belongs the histogram alone; it depends on no other package of this library.
 */
@NullMarked
package io.understudy.journal.latency;

import org.jspecify.annotations.NullMarked;
