/**
 * Beside the stages. The class loaders of candidates that have a class path of their own, in the
 * legacy JVM: what they load, what they delegate, and how they are closed. Used by replay, which
 * calls such candidates, and by all that must tell their classes from the application's.
 */
@NullMarked
package io.understudy.agent.isolated;

import org.jspecify.annotations.NullMarked;
