/**
 * From YAML and overrides to one immutable configuration: a reader for each part of the file. Every
 * error names file, line, column and key. What the configuration means belongs to {@code config}.
 */
@NullMarked
package io.understudy.agent.config.read;

import org.jspecify.annotations.NullMarked;
