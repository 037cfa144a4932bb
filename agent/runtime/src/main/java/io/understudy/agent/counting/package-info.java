/**
 * Counts the calls of an application for a limited time: weaves counters into methods, reads them,
 * and removes them. It is no stage, and works with or without an attached agent.
 */
@NullMarked
package io.understudy.agent.counting;

import org.jspecify.annotations.NullMarked;
