/**
 * Stage 6 of 8. Takes tallies and examples of differences, and keeps them on disk as append-only,
 * hash chained JSON Lines; reads them again for the report.
 */
@NullMarked
package io.understudy.journal;

import org.jspecify.annotations.NullMarked;
