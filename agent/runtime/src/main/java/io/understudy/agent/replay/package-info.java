/**
 * Stage 4 of 8. Takes calls from the queue, asks the candidate within its time limit, and gives
 * both outcomes to compare: threads, time limits, breakers, repeats. How a method of the
 * application is found and called belongs to {@code replay.target}.
 */
@NullMarked
package io.understudy.agent.replay;

import org.jspecify.annotations.NullMarked;
