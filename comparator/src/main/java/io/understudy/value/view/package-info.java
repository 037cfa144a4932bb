/**
 * Stages 2, 5 and 6 of 8 (snapshot, compare, journal). The entry points of {@code value}: it
 * combines the sources of shapes, takes the users' views, and freezes objects. Shapes of single
 * classes do not belong here.
 */
@NullMarked
package io.understudy.value.view;

import org.jspecify.annotations.NullMarked;
