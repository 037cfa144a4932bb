/**
 * For stage 2 of 8 (snapshot): reads collections and maps of the JDK by their fields, without their
 * locks. Here belongs what depends on the fields of a JDK class; what leads to objects of the
 * application, such as wrappers, belongs in {@code value.view}.
 */
@NullMarked
package io.understudy.value.unlocked;

import org.jspecify.annotations.NullMarked;
