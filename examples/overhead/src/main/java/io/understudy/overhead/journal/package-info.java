/** Measures what the journal of a call point and the report over journals cost. */
@NullMarked
package io.understudy.overhead.journal;

import org.jspecify.annotations.NullMarked;
