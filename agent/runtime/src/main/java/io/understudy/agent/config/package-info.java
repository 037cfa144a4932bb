/**
 * The configuration as other packages use it: immutable values, and the problems that a user must
 * correct. Code that reads files or YAML belongs to {@code config.read}.
 */
@NullMarked
package io.understudy.agent.config;

import org.jspecify.annotations.NullMarked;
