/**
 * The agent's own log: a size-bounded file in the journal's directory, and one line on stderr for
 * urgent problems. Only the agent's timer thread writes the file. Only this package uses Logback,
 * which is configured in code and reads no system property. The journal is not written here.
 */
@NullMarked
package io.understudy.agent.log;

import org.jspecify.annotations.NullMarked;
