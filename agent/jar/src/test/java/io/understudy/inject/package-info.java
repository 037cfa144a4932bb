/** The fault injector: a copy of the agent's jar in which each site may throw. For tests. */
@NullMarked
package io.understudy.inject;

import org.jspecify.annotations.NullMarked;
