/** Each place where legacy code runs, as a child process with the agent. */
@NullMarked
package io.understudy.compatibility;

import org.jspecify.annotations.NullMarked;
