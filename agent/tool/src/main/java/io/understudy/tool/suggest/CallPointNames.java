package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses unique names for call points whose default name is taken or not allowed. Not thread-safe.
 */
final class CallPointNames {
  private static final int MAX_LENGTH = 100;

  private final Set<String> taken = new HashSet<>();

  /** Returns the name to write; null if the default name of the configuration is usable. */
  @Nullable String of(MethodRef control) {
    String bare = simple(control.className(), '.') + "#" + control.methodName();
    boolean plain = control.parameterTypes() == null && bare.equals(allowed(bare));
    if (plain && taken.add(bare)) {
      return null;
    }
    String types = types(control.parameterTypes());
    for (String name : new String[] {bare, control.className() + "#" + control.methodName()}) {
      String unique = allowed(name + types);
      if (taken.add(unique)) {
        return unique;
      }
    }
    String stem = allowed(bare);
    for (int i = 2; ; i++) {
      String end = "-" + i;
      String name = stem.substring(0, Math.min(stem.length(), MAX_LENGTH - end.length())) + end;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  private static String types(@Nullable List<String> parameters) {
    if (parameters == null) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (String type : parameters) {
      out.append('-').append(simple(simple(type, '.'), '$').replace("[]", "-array"));
    }
    return parameters.isEmpty() ? "-0" : out.toString();
  }

  private static String simple(String name, char separator) {
    return name.substring(name.lastIndexOf(separator) + 1);
  }

  private static String allowed(String name) {
    String allowed = name.replaceAll("[^\\p{L}\\p{N}._#$:/-]", "-");
    return allowed.length() <= MAX_LENGTH
        ? allowed
        : allowed.substring(allowed.length() - MAX_LENGTH);
  }
}
