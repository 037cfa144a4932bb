/**
 * Serves stages 2 and 5 of 8. Knows the state of exceptions: message, cause, suppressed exceptions,
 * and what the exception classes of the JDK add. {@code value.shape} makes shapes of it.
 */
@NullMarked
package io.understudy.value.thrown;

import org.jspecify.annotations.NullMarked;
