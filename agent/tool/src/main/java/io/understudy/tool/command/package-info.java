/**
 * The command line of the agent's jar, read by picocli. A command here reads its arguments and
 * leaves the work to a package of its own, which knows nothing of command lines.
 */
@NullMarked
package io.understudy.tool.command;

import org.jspecify.annotations.NullMarked;
