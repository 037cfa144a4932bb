/**
 * Stage 4 of 8 (replay), in a JVM of its own: the host process, which calls candidates for agents
 * of other JVMs. docs/host-protocol.md specifies the protocol. Making arguments belongs in {@code
 * host.build}.
 */
@NullMarked
package io.understudy.tool.host;

import org.jspecify.annotations.NullMarked;
