/**
 * Serves stage 4 of 8. Limits what candidates take of the machine: threads that never return, CPU
 * time and memory. What is known here outlives a reload of the configuration.
 */
@NullMarked
package io.understudy.agent.replay.limit;

import org.jspecify.annotations.NullMarked;
