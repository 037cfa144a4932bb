/**
 * Stage 2 of 8, its core. What a plan of one class is, and the walk over an object graph that runs
 * plans. Which class gets which plan belongs to {@code snapshot}.
 */
@NullMarked
package io.understudy.agent.snapshot.plan;

import org.jspecify.annotations.NullMarked;
