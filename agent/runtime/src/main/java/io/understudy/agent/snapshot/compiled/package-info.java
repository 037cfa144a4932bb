/**
 * Stage 2 of 8, its copiers of fields: method handles, and for classes that are copied often a
 * class of their own which the JIT compiler sees through. Collections and the order of the walk do
 * not belong here.
 */
@NullMarked
package io.understudy.agent.snapshot.compiled;

import org.jspecify.annotations.NullMarked;
