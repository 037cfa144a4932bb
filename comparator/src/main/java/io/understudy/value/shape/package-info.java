/**
 * For the stages 2, 5 and 6 of 8 (snapshot, compare, journal): how the objects of a class are seen,
 * and their frozen form. Here belong the shapes of classes of the JDK and the application; those of
 * libraries, which come in through {@code ShapeSource}, belong in {@code value.library}.
 */
@NullMarked
package io.understudy.value.shape;

import org.jspecify.annotations.NullMarked;
