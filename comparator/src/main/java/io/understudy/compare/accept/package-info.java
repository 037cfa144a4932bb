/**
 * Agreed differences: the condition that selects them, their owner and last day, and how much of
 * them is accepted in a day. Part of stage 5 of 8.
 *
 * <p>Here belongs what decides whether a difference is accepted. An accepted difference is never a
 * match: it counts separately, under the id of the acceptance. What finds differences does not
 * belong here.
 */
@NullMarked
package io.understudy.compare.accept;

import org.jspecify.annotations.NullMarked;
