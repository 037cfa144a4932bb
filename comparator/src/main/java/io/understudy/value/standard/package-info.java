/**
 * Serves stages 2 and 5 of 8. The shapes of the JDK's value types that are neither texts, numbers,
 * dates nor collections: by their equals, by their text, or by their parts.
 */
@NullMarked
package io.understudy.value.standard;

import org.jspecify.annotations.NullMarked;
