/**
 * Opens a class path with the archives in it, and finds its class files. It loads no class of the
 * application; the content of class files belongs to {@code tool.type}.
 */
@NullMarked
package io.understudy.tool.classpath;

import org.jspecify.annotations.NullMarked;
