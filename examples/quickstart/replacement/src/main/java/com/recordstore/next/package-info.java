/**
 * The replacement of the billing back office: immutable values, {@code BigDecimal}, {@code
 * java.time}. It answers the calls of {@code com.recordstore.billing} and takes their parameters.
 *
 * <p>It is finished, but for the faults that nobody has found yet. Services are thread-safe and
 * read the database over connections of their own.
 */
@NullMarked
package com.recordstore.next;

import org.jspecify.annotations.NullMarked;
