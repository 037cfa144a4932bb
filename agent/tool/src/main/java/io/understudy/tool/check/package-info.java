/**
 * Checks call points before anything runs: which methods would be woven and called, and what does
 * not fit. No stage. It reads class files through {@code tool.classpath} and {@code tool.type}, and
 * loads no class of the application.
 */
@NullMarked
package io.understudy.tool.check;

import org.jspecify.annotations.NullMarked;
