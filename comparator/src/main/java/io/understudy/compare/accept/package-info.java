/**
 * Differences that were agreed on: by which condition they are known, who answers for them and
 * until when, and how much of them is accepted in a day. Part of stage 5 of 8.
 *
 * <p>Here belongs what decides whether a difference is accepted. An accepted difference is never a
 * match: it is counted apart, under the id of the acceptance. What finds differences does not
 * belong here.
 */
@NullMarked
package io.understudy.compare.accept;

import org.jspecify.annotations.NullMarked;
