/**
 * The oracle of the library upgrade: calls the application on both sets of libraries directly,
 * compares by hand under the rules of {@code understudy.yaml}, and counts. It knows nothing of
 * Understudy, so that Understudy's figures can be held against it.
 */
@NullMarked
package com.ferryline.oracle;

import org.jspecify.annotations.NullMarked;
