/**
 * Stage 8 of 8. Takes the summary and writes it as one self-contained HTML file, JSON, Markdown,
 * YAML drafts and terminal text. The wording of each form belongs here; figures are computed in
 * {@code aggregate} and {@code summary}. Treat every value as hostile: it comes from user traffic.
 */
@NullMarked
package io.understudy.report.render;

import org.jspecify.annotations.NullMarked;
