/**
 * Beside stage 8. Takes the evidence from aggregate, and drafts from it which differences a person
 * might agree on. What is written of it is render's.
 */
@NullMarked
package io.understudy.report.propose;

import org.jspecify.annotations.NullMarked;
