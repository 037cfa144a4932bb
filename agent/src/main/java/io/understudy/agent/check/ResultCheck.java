package io.understudy.agent.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where results of the two sides can never be equal, whatever they contain. */
final class ResultCheck {
  /** The kinds of values of which none equals one of another kind, by a supertype of each. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("number", "java.lang.Number");
    KINDS.put("boolean", "java.lang.Boolean");
    KINDS.put("text", "java.lang.CharSequence");
    KINDS.put("set", "java.util.Set");
    KINDS.put("list", "java.util.List");
    KINDS.put("map", "java.util.Map");
  }

  private final Types types;
  private final InsideCheck inside;
  private final Findings findings;

  ResultCheck(Types types, InsideCheck inside, Findings findings) {
    this.types = types;
    this.inside = inside;
    this.findings = findings;
  }

  /** Notes what is wrong with what the candidate gives back. */
  void check(Signature control, Signature candidate) {
    String legacy = control.returned();
    String next = candidate.returned();
    if (legacy.equals("void") != next.equals("void")) {
      findings.error(
          legacy.equals("void")
              ? "the control returns nothing and the candidate a "
                  + next
                  + ", so every call would differ; name a void method that wraps it"
              : "the control returns a "
                  + legacy
                  + " and the candidate nothing, so every call would differ");
      return;
    }
    String reason = inside.always(candidate.returnedType());
    if (reason != null) {
      findings.error("the candidate cannot be compared: its result: " + reason);
    } else {
      for (String place : inside.sometimes(candidate.returnedType())) {
        findings.warning(
            "the candidate's result may hold " + place + "; calls with one there do not match");
      }
    }
    String one = kind(legacy);
    String other = kind(next);
    if (one != null && other != null && !one.equals(other)) {
      boolean nulls = !Primitives.isPrimitive(legacy) && !Primitives.isPrimitive(next);
      findings.warning(
          "a "
              + one
              + " ("
              + legacy
              + ") never equals a "
              + other
              + " ("
              + next
              + ")"
              + (nulls ? ", unless both are null" : ""));
    }
  }

  private @Nullable String kind(String type) {
    if (type.endsWith("[]")) {
      // Bytes and characters may stand for content of another kind.
      return type.equals("byte[]") || type.equals("char[]") ? null : "list";
    }
    Set<String> closure = types.closure(Primitives.boxed(type));
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (closure.contains(kind.getValue())) {
        return kind.getKey();
      }
    }
    return null;
  }
}
