/**
 * Reads YAML and overrides to one immutable configuration, with a reader for each part of the file.
 * Every error names file, line, column and key. The values themselves belong to {@code config}.
 */
@NullMarked
package io.understudy.agent.config.read;

import org.jspecify.annotations.NullMarked;
