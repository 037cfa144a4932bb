/**
 * Generated ids: which id of the candidate stands for which id of the control, one to one and
 * through a whole run. Part of stage 5 of 8.
 *
 * <p>Here belongs where ids stand, how they are paired and when they are forgotten. What a
 * comparison makes of a pair does not belong here.
 */
@NullMarked
package io.understudy.compare.identity;

import org.jspecify.annotations.NullMarked;
