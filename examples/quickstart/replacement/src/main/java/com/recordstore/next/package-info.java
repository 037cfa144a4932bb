/**
 * The replacement of the billing back office: immutable values, {@code BigDecimal}, {@code
 * java.time}. Its methods have the parameters of those of {@code com.recordstore.billing}.
 *
 * <p>It contains the planted faults of the README. Services are thread-safe and read the database
 * over connections of their own.
 */
@NullMarked
package com.recordstore.next;

import org.jspecify.annotations.NullMarked;
