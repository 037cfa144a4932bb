/**
 * What the machine reports about its processors, read from the beans of the JVM and from files of
 * the Linux kernel. Each source is optional. Nothing here may run before the first captured call:
 * the beans of the JVM must not be touched while the application starts.
 */
@NullMarked
package io.understudy.agent.budget.machine;

import org.jspecify.annotations.NullMarked;
