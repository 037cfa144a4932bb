/**
 * Opens a class path, with the archives packed into it, and finds the class files on it. What class
 * files say of types belongs to {@code tool.type}. It loads no class of the application.
 */
@NullMarked
package io.understudy.tool.classpath;

import org.jspecify.annotations.NullMarked;
