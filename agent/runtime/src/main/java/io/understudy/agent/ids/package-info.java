/**
 * Generated ids on the way of a call: which calls wait for an id that is still to come, and how a
 * call's arguments are translated for the candidate. Shared by the stages; which id stands for
 * which is known to {@code io.understudy.compare.identity}.
 */
@NullMarked
package io.understudy.agent.ids;

import org.jspecify.annotations.NullMarked;
