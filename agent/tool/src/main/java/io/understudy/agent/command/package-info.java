/**
 * The command line of the agent's jar. Each command is a {@link
 * io.understudy.agent.command.Command} that reads its arguments and leaves the work to a package of
 * its own, which knows nothing of command lines.
 */
@NullMarked
package io.understudy.agent.command;

import org.jspecify.annotations.NullMarked;
