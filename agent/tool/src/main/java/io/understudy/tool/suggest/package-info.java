/**
 * Proposes a configuration with call points, from class files or from the calls of a running JVM.
 * It never loads a class; what makes a class a service belongs to {@code agent.service}. It is not
 * a stage.
 */
@NullMarked
package io.understudy.tool.suggest;

import org.jspecify.annotations.NullMarked;
