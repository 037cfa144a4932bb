/**
 * Stage 6 of 8. Turns entries into lines of JSON and lines into entries.
 *
 * <p>Here belongs the spelling of each entry, behind {@code EntryReader} and {@code EntryWriter};
 * live values of an application are not known here, {@code redact} writes them.
 */
@NullMarked
package io.understudy.journal.json;

import org.jspecify.annotations.NullMarked;
