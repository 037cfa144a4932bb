/**
 * For the stages 2, 5 and 6 of 8 (snapshot, compare, journal): where callers begin. Here the
 * sources of shapes are put together, users say how their classes are seen, and objects are frozen.
 * No shape of a class belongs here.
 */
@NullMarked
package io.understudy.value.view;

import org.jspecify.annotations.NullMarked;
