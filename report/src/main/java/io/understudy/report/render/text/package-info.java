/**
 * How single figures and texts are written, alike in every form of the report. Functions from one
 * value to one text belong here; nothing here knows of a summary or a document.
 */
@NullMarked
package io.understudy.report.render.text;

import org.jspecify.annotations.NullMarked;
