/**
 * Serves stages 1 and 2 of 8. Opens packages of the JDK and modules of the application to the
 * agent's loader, so that fields can be read. Access to the fields belongs to {@code snapshot}.
 */
@NullMarked
package io.understudy.agent.modules;

import org.jspecify.annotations.NullMarked;
