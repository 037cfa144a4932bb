/**
 * Generated ids: which calls wait for the counterpart of an id, and how a call's arguments are
 * translated for the candidate. The stages share it. The pairs of ids belong to {@code
 * io.understudy.compare.identity}.
 */
@NullMarked
package io.understudy.agent.ids;

import org.jspecify.annotations.NullMarked;
