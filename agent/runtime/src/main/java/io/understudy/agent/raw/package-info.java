/**
 * Serves stage 2 of 8. Makes objects without constructors and writes final fields, by the JVM's own
 * means. What is copied, and how, belongs to {@code snapshot}.
 */
@NullMarked
package io.understudy.agent.raw;

import org.jspecify.annotations.NullMarked;
