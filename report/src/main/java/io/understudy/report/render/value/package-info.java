/**
 * How one recorded value becomes indented lines with its differences marked. The journal's JSON
 * notation is read here and nowhere else in the report; documents and tables are not.
 */
@NullMarked
package io.understudy.report.render.value;

import org.jspecify.annotations.NullMarked;
