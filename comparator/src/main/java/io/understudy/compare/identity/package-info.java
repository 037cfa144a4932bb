/**
 * Generated ids: the pairs of control ids and candidate ids, one to one for the whole run. Part of
 * stage 5 of 8.
 *
 * <p>Here belongs where ids are, how they are paired and when they are forgotten. How a comparison
 * uses a pair does not belong here.
 */
@NullMarked
package io.understudy.compare.identity;

import org.jspecify.annotations.NullMarked;
