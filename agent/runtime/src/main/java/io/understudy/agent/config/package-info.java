/**
 * The configuration as the other packages use it: immutable values, and the problems that a user
 * must correct. Nothing here reads a file or knows YAML; see {@code config.read}.
 */
@NullMarked
package io.understudy.agent.config;

import org.jspecify.annotations.NullMarked;
