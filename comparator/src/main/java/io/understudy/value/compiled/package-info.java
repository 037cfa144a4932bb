/**
 * Stage 2 of 8 (snapshot). Reads the fields of application objects by method handles, and by
 * generated classes for classes that are frozen often. Which fields are read, and what the frozen
 * form looks like, belongs to {@code value.shape}.
 */
@NullMarked
package io.understudy.value.compiled;

import org.jspecify.annotations.NullMarked;
