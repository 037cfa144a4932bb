/**
 * The agent's own log: a size-bounded file in the journal's directory, written by the agent's timer
 * thread alone, and one line on stderr for what the operator must know at start. The one package
 * that knows Logback, which is configured here in code and obeys no system property.
 */
@NullMarked
package io.understudy.agent.log;

import org.jspecify.annotations.NullMarked;
