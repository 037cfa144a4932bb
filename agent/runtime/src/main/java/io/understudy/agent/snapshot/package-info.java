/**
 * Stage 2 of 8. Copies live arguments, bounded in nodes, bytes and time, and gives the call to
 * queue.
 */
@NullMarked
package io.understudy.agent.snapshot;

import org.jspecify.annotations.NullMarked;
