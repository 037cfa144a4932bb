/**
 * The command line: wires stage 7 (aggregate) to stage 8 (render). Option parsing, exit codes and
 * output files belong here; counting and formatting do not.
 */
@NullMarked
package io.understudy.report;

import org.jspecify.annotations.NullMarked;
