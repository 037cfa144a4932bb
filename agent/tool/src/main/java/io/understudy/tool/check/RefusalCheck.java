package io.understudy.tool.check;

import io.understudy.tool.type.PrimitiveTypes;
import io.understudy.tool.type.RefusedTypes;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.tool.type.UnusableTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places of a static type whose values the agent always refuses. */
final class RefusalCheck {
  private static final int MAX_DEPTH = 8;

  private final TypeLookup types;
  private final TypePartsFinder parts;
  private final boolean areCopied;
  private final Set<String> seen = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  private RefusalCheck(TypeLookup types, TypePartsFinder parts, boolean areCopied) {
    this.types = types;
    this.parts = parts;
    this.areCopied = areCopied;
  }

  /**
   * Returns the places, each with the reason; each type once.
   *
   * @param types a lookup of its own, since missing types are not reported for parts
   * @param areCopied true for arguments, false for results, which are only read
   */
  static List<String> places(
      StaticType type, TypeLookup types, TypePartsFinder parts, boolean areCopied) {
    RefusalCheck check = new RefusalCheck(types, parts, areCopied);
    check.walk(type, "", 0);
    return check.found;
  }

  private void walk(StaticType type, String path, int depth) {
    if (type == StaticType.UNKNOWN || depth == MAX_DEPTH || !seen.add(type.toString())) {
      return;
    }
    String reason = reason(type);
    if (reason != null) {
      found.add((path.isEmpty() ? "" : path + ": ") + reason);
      return;
    }
    TypeParts inside = parts.of(type);
    StaticType element = inside.element();
    if (element != null) {
      walk(element, path + "/*", depth + 1);
    }
    for (Map.Entry<String, StaticType> part : inside.byName().entrySet()) {
      walk(part.getValue(), path + "/" + part.getKey(), depth + 1);
    }
  }

  private @Nullable String reason(StaticType type) {
    if (type.isArray() || PrimitiveTypes.isPrimitive(type.name()) || isVoid(type)) {
      return null;
    }
    if (UnusableTypes.reason(type.name(), types) != null) {
      return null; // Reported elsewhere.
    }
    String unreadable = parts.isViewed(type) ? null : RefusedTypes.unreadable(type.name(), types);
    return unreadable == null && areCopied
        ? RefusedTypes.uncopyable(type.name(), types)
        : unreadable;
  }

  private static boolean isVoid(StaticType type) {
    return type.name().equals("void") || type.name().equals("java.lang.Void");
  }
}
