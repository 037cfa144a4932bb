/**
 * Beside the queue and the pool: the order of calls with the same key. Reads keys at the entry of a
 * control, gives each call its place when the control has finished, and lets the pool serve one
 * call of a key at a time. Capture and the pool use it through interfaces of {@code call}.
 */
@NullMarked
package io.understudy.agent.order;

import org.jspecify.annotations.NullMarked;
