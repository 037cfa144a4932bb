/**
 * Static types as class files declare them: methods, type arguments, parts, and which arguments fit
 * which parameters. Code that depends on call points or configurations does not belong here.
 */
@NullMarked
package io.understudy.tool.type;

import org.jspecify.annotations.NullMarked;
