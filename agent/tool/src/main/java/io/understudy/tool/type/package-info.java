/**
 * Static types as class files declare them: methods, type arguments, parts, and which type's values
 * go into which other. It knows nothing of call points and configurations.
 */
@NullMarked
package io.understudy.tool.type;

import org.jspecify.annotations.NullMarked;
