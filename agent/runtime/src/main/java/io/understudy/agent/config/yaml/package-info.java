/**
 * YAML text as nodes with positions, and the list of the problems in it. The keys of the
 * configuration and the conversion of values belong to {@code config.read}.
 */
@NullMarked
package io.understudy.agent.config.yaml;

import org.jspecify.annotations.NullMarked;
