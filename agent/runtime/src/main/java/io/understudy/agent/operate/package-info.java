/**
 * Operating an agent that runs: its status, pausing, reloading and detaching, whoever asks for it.
 * No stage; knows what it operates by {@link io.understudy.agent.operate.AgentOperations} alone.
 *
 * <p><b>Requests.</b> A command line on the same machine loads the agent's jar into the JVM once
 * more, with an argument of words, {@code command=pause;points=quote;answer=/tmp/…}: see {@code
 * io.understudy.Requests} for its form. The answer goes to the file that is named, which the
 * command line has made for its owner alone: no port is opened and no JMX is needed. Where an agent
 * is attached it answers through the bridge, whatever its version; where none is, a loader is made
 * of the jar that the words name, for {@code attach}, and for commands that need no agent to be
 * attached.
 *
 * <p>An answer is a line, {@code done} or {@code refused}, and the text for the one who asked.
 */
@NullMarked
package io.understudy.agent.operate;

import org.jspecify.annotations.NullMarked;
