/**
 * Stage 6 of 8. Converts entries to lines of JSON and back.
 *
 * <p>Here belongs the JSON form of each entry, behind {@code EntryReader} and {@code EntryWriter}.
 * Live values of an application do not belong here; {@code redact} writes them.
 */
@NullMarked
package io.understudy.journal.json;

import org.jspecify.annotations.NullMarked;
