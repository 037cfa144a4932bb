/**
 * Shapes of the containers of libraries that do not implement {@code java.util}, and of library
 * types that a reading by fields would show wrongly. The libraries belong to the application, so
 * their types are recognised by name and read through method handles of their own class loader.
 */
@NullMarked
package io.understudy.value.container;

import org.jspecify.annotations.NullMarked;
