/**
 * Measures the latency of an application under load, without an agent, with Understudy, and with
 * other ways to do the same work. Run by {@code examples/overhead/latency.sh}.
 *
 * <p>{@link Latency} starts each measured application, {@link Server}, as a process of its own.
 */
@NullMarked
package io.understudy.overhead.latency;

import org.jspecify.annotations.NullMarked;
