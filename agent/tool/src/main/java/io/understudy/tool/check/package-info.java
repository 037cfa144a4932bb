/**
 * Checks a configuration and its call points before anything runs: which methods are woven and
 * called, and what does not fit. It reads class files through {@code tool.classpath} and {@code
 * tool.type}; the command line does not belong here. It is not a stage.
 */
@NullMarked
package io.understudy.tool.check;

import org.jspecify.annotations.NullMarked;
