/**
 * The quickstart's oracle: calls both sides directly on the requests of the batch, compares by hand
 * under the rules of {@code understudy.yaml}, and counts. It knows nothing of Understudy, so that
 * Understudy's figures can be held against it.
 */
@NullMarked
package com.recordstore.oracle;

import org.jspecify.annotations.NullMarked;
