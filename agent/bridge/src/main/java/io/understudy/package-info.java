/**
 * The entry points that the JVM calls. They find the agent's jar and start the agent in a class
 * loader that the application cannot reach. No logic of the agent belongs here.
 */
@NullMarked
package io.understudy;

import org.jspecify.annotations.NullMarked;
