/**
 * YAML text as nodes that know their positions, and the list of problems that are found in it. No
 * key of the configuration is known here, and no value is converted; see {@code config.read}.
 */
@NullMarked
package io.understudy.agent.config.yaml;

import org.jspecify.annotations.NullMarked;
