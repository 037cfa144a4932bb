/**
 * Stage 2 of 8. Takes live arguments from capture and returns private copies, bounded in nodes,
 * bytes and time. This package holds the entry point and selects the plan of each class. The plans
 * of JDK classes, the field copiers and the walk belong to the packages below.
 */
@NullMarked
package io.understudy.agent.snapshot;

import org.jspecify.annotations.NullMarked;
