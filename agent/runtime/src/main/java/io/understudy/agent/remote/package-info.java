/**
 * Stage 4 of 8 (replay), the part that leaves the JVM: the protocol between the agent and a host of
 * candidates, which docs/host-protocol.md specifies, and the agent's side of a connection. The
 * host itself belongs in {@code io.understudy.tool.host}.
 */
@NullMarked
package io.understudy.agent.remote;

import org.jspecify.annotations.NullMarked;
