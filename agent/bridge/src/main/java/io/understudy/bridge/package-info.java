/**
 * What woven code calls. Lives in the bootstrap loader, imports java.* alone, and holds the one
 * static gate between the application's classes and the agent's.
 */
@NullMarked
package io.understudy.bridge;

import org.jspecify.annotations.NullMarked;
