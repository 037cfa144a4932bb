/**
 * The agent's own threads, which survive any {@code Throwable}. No stage of a call: each stage runs
 * its periodic work as an {@link io.understudy.agent.thread.AgentLoop}. All loops watch each other:
 * whichever runs restarts and reports those that died; see {@link
 * io.understudy.agent.thread.AgentThreads}.
 */
@NullMarked
package io.understudy.agent.thread;

import org.jspecify.annotations.NullMarked;
