/**
 * Class files, read and never loaded: what a class extends and implements, and which of its methods
 * run when another's is called. Shared by capture, which weaves them, and check.
 */
@NullMarked
package io.understudy.agent.classfile;

import org.jspecify.annotations.NullMarked;
