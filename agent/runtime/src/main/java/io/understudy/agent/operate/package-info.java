/**
 * Operations on a running agent: status, pause, resume, reload and detach. This package is no stage
 * of a call, and uses the agent only through {@link io.understudy.agent.operate.AgentOperations}.
 *
 * <p><b>Requests.</b> The command line on the same machine loads the agent's jar into the JVM
 * again, with a request as its argument: {@code command=pause;points=quote;answer=/tmp/…}. Class
 * {@code io.understudy.Requests} defines the form. The reply goes to the named file, which the
 * command line has created readable for its owner only: no port is opened and no JMX is needed. An
 * attached agent replies through the bridge, whatever its version. If no agent is attached, a class
 * loader is created from the jar that the request names, for {@code attach} and for commands that
 * need no attached agent.
 *
 * <p>A reply is a line, {@code done} or {@code refused}, followed by a text for the operator.
 */
@NullMarked
package io.understudy.agent.operate;

import org.jspecify.annotations.NullMarked;
