/**
 * Serves stage 4 of 8. Weaves the few methods of the JDK by which a candidate could end the JVM or
 * keep it alive. What happens when they are called belongs to the bridge; see {@code Shadow}.
 */
@NullMarked
package io.understudy.agent.guard;

import org.jspecify.annotations.NullMarked;
