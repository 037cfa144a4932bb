/**
 * The command line of the agent's jar, read by picocli. A command here reads its arguments and
 * calls another package for the work; code that does not depend on a command line does not belong
 * here.
 */
@NullMarked
package io.understudy.tool.command;

import org.jspecify.annotations.NullMarked;
