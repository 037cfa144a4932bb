/**
 * For the stages 2, 5 and 6 of 8 (snapshot, compare, journal): the words that all rooms below
 * share. Here belong kinds and paths, the bounds of a capture, and facts about classes that need no
 * shape. How objects are seen belongs in {@code value.shape}; nothing here knows of comparing.
 */
@NullMarked
package io.understudy.value;

import org.jspecify.annotations.NullMarked;
