/**
 * Stage 4 of 8. Takes calls from the queue, calls the candidate within its time limit, and passes
 * both outcomes to compare: threads, time limits, breakers, repeats. Code that finds and calls a
 * method of the application belongs to {@code replay.target}.
 */
@NullMarked
package io.understudy.agent.replay;

import org.jspecify.annotations.NullMarked;
