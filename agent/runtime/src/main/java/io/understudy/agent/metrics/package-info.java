/** Micrometer meters over the counters that the stages keep, and their Prometheus page. */
@NullMarked
package io.understudy.agent.metrics;

import org.jspecify.annotations.NullMarked;
