/**
 * Stage 2 of 8, the core: the plan of a class, and the walk over an object graph that runs plans.
 * The selection of plans belongs to {@code snapshot}.
 */
@NullMarked
package io.understudy.agent.snapshot.plan;

import org.jspecify.annotations.NullMarked;
