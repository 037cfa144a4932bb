package io.understudy.tool.check;

import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PrimitiveTypes;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
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

  private final TypeLookup types;
  private final NestedTypeCheck inside;
  private final Findings findings;

  ResultCheck(TypeLookup types, NestedTypeCheck inside, Findings findings) {
    this.types = types;
    this.inside = inside;
    this.findings = findings;
  }

  /** Notes what is wrong with what the candidate gives back. */
  void check(MethodSignature control, MethodSignature candidate) {
    String legacy = meant(control);
    String next = meant(candidate);
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
    String reason = inside.alwaysAsResult(candidate.returnedType());
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
      boolean nulls = !PrimitiveTypes.isPrimitive(legacy) && !PrimitiveTypes.isPrimitive(next);
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

  /** The type of what a method gives in the end; a stage of nothing gives nothing. */
  private String meant(MethodSignature method) {
    StaticType meant = inside.meant(method.returnedType());
    if (!inside.isStage(method.returnedType())) {
      return method.returned();
    }
    if (meant.isArray()) {
      return meant.argument(0) == StaticType.UNKNOWN ? "?" : meant.argument(0).name() + "[]";
    }
    return meant.name().equals("java.lang.Void") ? "void" : meant.name();
  }

  private @Nullable String kind(String type) {
    if (type.equals("?")) {
      return null;
    }
    if (type.endsWith("[]")) {
      // Bytes and characters may stand for content of another kind.
      return type.equals("byte[]") || type.equals("char[]") ? null : "list";
    }
    Set<String> closure = types.closure(PrimitiveTypes.boxed(type));
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (closure.contains(kind.getValue())) {
        return kind.getKey();
      }
    }
    return null;
  }
}
