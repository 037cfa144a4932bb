/**
 * The rules of stage 5 of 8: which values count as equal, and where.
 *
 * <p>Rules, their builder and checks, their precedence at a place, and the count of their hits
 * belong here. A rule returns its result and never calls the walk. The comparison of lists and maps
 * does not belong here.
 */
@NullMarked
package io.understudy.compare.rule;

import org.jspecify.annotations.NullMarked;
