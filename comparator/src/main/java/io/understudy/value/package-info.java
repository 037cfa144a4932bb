/**
 * How any Java object is seen: as a scalar, list, set, map or record of named parts; the paths that
 * lead into it; and its frozen form, which nobody can change any more. Knows nothing of comparing.
 */
@NullMarked
package io.understudy.value;

import org.jspecify.annotations.NullMarked;
