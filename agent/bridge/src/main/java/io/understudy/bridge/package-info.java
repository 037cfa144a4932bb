/**
 * The classes that woven code calls. They are in the bootstrap loader, import only java.*, and hold
 * the one static gate between the application's classes and the agent's. No stage of the agent
 * belongs here.
 */
@NullMarked
package io.understudy.bridge;

import org.jspecify.annotations.NullMarked;
