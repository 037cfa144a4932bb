/**
 * Where the JVM enters: finds the agent's own jar and starts the agent behind a class loader that
 * the application never sees.
 */
@NullMarked
package io.understudy;

import org.jspecify.annotations.NullMarked;
