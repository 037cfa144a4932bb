/**
 * Prepares compiled classes for the agent's jar; runs in the build and is not shipped.
 *
 * <p>Imports ASM from Byte Buddy and {@code java.*} alone.
 */
@NullMarked
package io.understudy.packing;

import org.jspecify.annotations.NullMarked;
