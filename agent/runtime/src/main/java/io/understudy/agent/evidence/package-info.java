/**
 * Stages 5 and 6 of 8 as the agent runs them. Takes both outcomes from replay, lets the comparator
 * compare them on the pool's threads, writes the fate into the ledger, and gives tallies and
 * examples to the journal on a thread of their own.
 */
@NullMarked
package io.understudy.agent.evidence;

import org.jspecify.annotations.NullMarked;
