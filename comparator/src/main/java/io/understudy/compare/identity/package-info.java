/**
 * Generated ids: which of the candidate's stands for which of the control's, one to one and through
 * a whole run. Part of stage 5 of 8; knows values alone.
 */
@NullMarked
package io.understudy.compare.identity;

import org.jspecify.annotations.NullMarked;
