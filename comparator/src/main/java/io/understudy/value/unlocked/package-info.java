/**
 * Stage 2 of 8 (snapshot). Reads collections and maps of the JDK by their fields, without their
 * locks. Code that depends on the fields of a JDK class belongs here; wrappers, which may contain
 * application objects, belong in {@code value.view}.
 */
@NullMarked
package io.understudy.value.unlocked;

import org.jspecify.annotations.NullMarked;
