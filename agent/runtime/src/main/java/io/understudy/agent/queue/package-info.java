/**
 * Stage 3 of 8. Takes captured calls without ever blocking the caller, and gives them to replay.
 */
@NullMarked
package io.understudy.agent.queue;

import org.jspecify.annotations.NullMarked;
