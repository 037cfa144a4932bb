/**
 * Reads class files without loading classes: supertypes, methods, and which methods override
 * another one. Capture and the tool's check use it. Changes to class files belong to {@code weave}.
 */
@NullMarked
package io.understudy.agent.classfile;

import org.jspecify.annotations.NullMarked;
