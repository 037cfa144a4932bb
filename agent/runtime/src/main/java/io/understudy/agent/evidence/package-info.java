/**
 * Stages 5 and 6 of 8 as the agent runs them. Takes both outcomes from replay, compares them on the
 * pool's threads, writes the fate to the ledger, and passes tallies and examples to the journal on
 * a separate thread. Rules of comparison and the journal's format belong to the comparator module.
 */
@NullMarked
package io.understudy.agent.evidence;

import org.jspecify.annotations.NullMarked;
