/**
 * Stage 8 of 8. Takes the evidence from aggregate, and writes it as one self-contained HTML file,
 * as JSON, as Markdown and for the terminal. Every value is hostile here: it came from user
 * traffic.
 */
@NullMarked
package io.understudy.report.render;

import org.jspecify.annotations.NullMarked;
