/**
 * Stage 3 of 8. Takes captured calls without blocking the caller, and hands them to replay. Waiting
 * for stages or ids does not belong here.
 */
@NullMarked
package io.understudy.agent.queue;

import org.jspecify.annotations.NullMarked;
