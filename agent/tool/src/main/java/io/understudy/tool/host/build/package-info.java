/**
 * Makes the live arguments of a candidate from values that another JVM has read. Only classes that
 * the candidate's own parameter types name are made; the values name none.
 */
@NullMarked
package io.understudy.tool.host.build;

import org.jspecify.annotations.NullMarked;
