/**
 * Exact confidence limits of proportions and rates. Pure functions of numbers belong here, each
 * with its published source; nothing here knows of calls or journals.
 */
@NullMarked
package io.understudy.report.statistics;

import org.jspecify.annotations.NullMarked;
