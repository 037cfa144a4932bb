/**
 * The immutable result that stage 7 hands to stage 8: what journals show about a period. Records
 * and the figures that follow from their own fields belong here; reading, summing and wording do
 * not.
 */
@NullMarked
package io.understudy.report.summary;

import org.jspecify.annotations.NullMarked;
