/**
 * Stages 2 and 5 of 8 (snapshot, compare). Holds the shapes of library types. They are recognised
 * by name and read through method handles of their own class loader. Code that is not specific to a
 * library belongs in {@code value.shape}.
 */
@NullMarked
package io.understudy.value.library;

import org.jspecify.annotations.NullMarked;
