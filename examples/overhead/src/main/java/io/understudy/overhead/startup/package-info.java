/**
 * Measures the time that Understudy adds to the start of an application of 10,000 classes, and
 * compares it with the OpenTelemetry agent. Run by {@code examples/overhead/startup.sh}.
 */
@NullMarked
package io.understudy.overhead.startup;

import org.jspecify.annotations.NullMarked;
