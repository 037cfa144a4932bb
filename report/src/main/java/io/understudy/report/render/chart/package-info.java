/**
 * The geometry of charts in units of their view boxes. Positions, scales and labels belong here;
 * the templates draw them.
 */
@NullMarked
package io.understudy.report.render.chart;

import org.jspecify.annotations.NullMarked;
