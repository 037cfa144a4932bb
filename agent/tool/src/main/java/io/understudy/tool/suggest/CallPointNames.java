package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives call points names of their own, where that of the method does not do. Not thread-safe. */
final class CallPointNames {
  private static final int LONGEST = 100;

  private final Set<String> taken = new HashSet<>();

  /** The name to be written; null where the one that the configuration gives by itself will do. */
  @Nullable String of(MethodRef control) {
    String bare = simple(control.className(), '.') + "#" + control.methodName();
    boolean plain = control.parameterTypes() == null && bare.equals(fit(bare));
    if (plain && taken.add(bare)) {
      return null;
    }
    String types = types(control.parameterTypes());
    for (String name : new String[] {bare, control.className() + "#" + control.methodName()}) {
      String fitting = fit(name + types);
      if (taken.add(fitting)) {
        return fitting;
      }
    }
    String stem = fit(bare);
    for (int i = 2; ; i++) {
      String end = "-" + i;
      String name = stem.substring(0, Math.min(stem.length(), LONGEST - end.length())) + end;
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

  private static String fit(String name) {
    String allowed = name.replaceAll("[^\\p{L}\\p{N}._#$:/-]", "-");
    return allowed.length() <= LONGEST ? allowed : allowed.substring(allowed.length() - LONGEST);
  }
}
