/**
 * From YAML and overrides to one immutable Config; every error names file, line, column and key.
 */
@NullMarked
package io.understudy.agent.config;

import org.jspecify.annotations.NullMarked;
