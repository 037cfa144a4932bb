/**
 * Stage 1 of 8. Weaves the control methods, decides which calls are taken, and gives them to
 * snapshot.
 */
@NullMarked
package io.understudy.agent.capture;

import org.jspecify.annotations.NullMarked;
