/**
 * The agent as an MBean, {@code io.understudy:type=Agent}, where and when the application has its
 * platform MBean server running; the agent never makes it do so, for that initialises
 * java.util.logging, whose manager application servers insist on choosing.
 */
@NullMarked
package io.understudy.agent.jmx;

import org.jspecify.annotations.NullMarked;
