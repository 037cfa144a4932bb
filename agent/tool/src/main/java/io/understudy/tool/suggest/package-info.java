/**
 * Proposes call points, so that a user need not write hundreds of method names by hand: from class
 * files, which it reads and never loads, or from what a running JVM calls. No stage.
 */
@NullMarked
package io.understudy.tool.suggest;

import org.jspecify.annotations.NullMarked;
