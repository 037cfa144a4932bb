/**
 * Stages 2, 5 and 6 of 8 (snapshot, compare, journal). Holds shapes, which say how the objects of a
 * class are read, and the frozen form of objects. Shapes of JDK and application classes belong
 * here; shapes of library classes come in through {@code ShapeSource} and belong in {@code
 * value.library}.
 */
@NullMarked
package io.understudy.value.shape;

import org.jspecify.annotations.NullMarked;
