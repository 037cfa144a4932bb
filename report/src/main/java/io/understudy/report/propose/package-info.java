/**
 * Beside stage 8. Takes the summary and drafts accepted differences for a person to judge. The
 * choice of drafts belongs here; their YAML is written by {@code render}.
 */
@NullMarked
package io.understudy.report.propose;

import org.jspecify.annotations.NullMarked;
