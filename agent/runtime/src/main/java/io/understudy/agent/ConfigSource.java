package io.understudy.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The source of a configuration: a file and overrides. Immutable.
 *
 * <p>The overrides of the start also apply to every file that is loaded later.
 */
final class ConfigSource {
  private final String file;
  private final Map<String, String> overrides;

  private ConfigSource(String file, Map<String, String> overrides) {
    this.file = file;
    this.overrides = overrides;
  }

  /** Reads an agent argument: {@code understudy.yaml;replay.threads=4}. */
  static ConfigSource of(String argument) {
    String[] parts = argument.split(";");
    Map<String, String> overrides = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].trim();
      if (!part.isEmpty()) {
        overrides.put(part.split("=", 2)[0].trim(), part);
      }
    }
    return new ConfigSource(parts.length == 0 ? "" : parts[0].trim(), overrides);
  }

  /** Returns another source that keeps this source's overrides unless it replaces them. */
  ConfigSource then(String argument) {
    ConfigSource next = of(argument);
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(next.overrides);
    return new ConfigSource(next.file, all);
  }

  /** Returns the path of the file. */
  String file() {
    return file;
  }

  /** Returns the overrides, separated by semicolons; empty if there are none. */
  String overrides() {
    return String.join(";", overrides.values());
  }

  /** Returns this source as an agent argument. */
  String argument() {
    List<String> parts = new ArrayList<>();
    parts.add(file);
    parts.addAll(overrides.values());
    return String.join(";", parts);
  }
}
