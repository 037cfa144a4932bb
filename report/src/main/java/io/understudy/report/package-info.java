/**
 * The command line over journals: {@code report} turns them into a parity report, {@code verify}
 * checks their hash chains alone. Wires stage 7 (aggregate) to stage 8 (render).
 */
@NullMarked
package io.understudy.report;

import org.jspecify.annotations.NullMarked;
