/**
 * Stage 2 of 8, the field copiers: method handles, and generated copiers for classes that are
 * copied often. Collections and the order of the walk do not belong here.
 */
@NullMarked
package io.understudy.agent.snapshot.compiled;

import org.jspecify.annotations.NullMarked;
