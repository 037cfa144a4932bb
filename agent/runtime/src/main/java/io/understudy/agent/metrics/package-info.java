/**
 * Micrometer meters that read the counters of the stages, and the Prometheus page over HTTP.
 * Counting belongs to the stages; JMX and status texts belong to {@code jmx} and {@code operate}.
 */
@NullMarked
package io.understudy.agent.metrics;

import org.jspecify.annotations.NullMarked;
