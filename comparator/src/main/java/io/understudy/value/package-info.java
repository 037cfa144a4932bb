/**
 * Stages 2, 5 and 6 of 8 (snapshot, compare, journal). Holds the types that all {@code value}
 * packages share: kinds, paths, the bounds of a capture, and facts about classes that need no
 * shape. Reading objects belongs in {@code value.shape}; comparing them belongs in {@code compare}.
 */
@NullMarked
package io.understudy.value;

import org.jspecify.annotations.NullMarked;
