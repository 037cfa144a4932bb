/**
 * For the stages 2 and 5 of 8 (snapshot, compare): how types of libraries are seen, recognised by
 * name and read through method handles of their own class loader. What holds for any class,
 * whatever its library, belongs in {@code value.shape}.
 */
@NullMarked
package io.understudy.value.library;

import org.jspecify.annotations.NullMarked;
