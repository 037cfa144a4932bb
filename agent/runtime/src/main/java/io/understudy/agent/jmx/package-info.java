/**
 * The agent as an MBean, {@code io.understudy:type=Agent}. The MBean exists once the application
 * has created its platform MBean server. The agent never creates that server: this would initialise
 * java.util.logging, whose manager application servers choose themselves. Operations belong to
 * {@code operate}.
 */
@NullMarked
package io.understudy.agent.jmx;

import org.jspecify.annotations.NullMarked;
