/**
 * Proposes call points, so that nobody writes hundreds of method names by hand: from class files,
 * which it reads and never loads, or from what a running JVM really calls. No stage.
 */
@NullMarked
package io.understudy.agent.suggest;

import org.jspecify.annotations.NullMarked;
