/**
 * Beside the stages: builds the arguments of a candidate from the copied arguments of the control,
 * by their shape, where the candidate declares other classes. The replay stage uses it.
 */
@NullMarked
package io.understudy.agent.convert;

import org.jspecify.annotations.NullMarked;
