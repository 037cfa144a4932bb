package io.understudy.tool.check;

import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PrimitiveTypes;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds result types of the two sides whose values can never be equal. */
final class ResultCheck {
  /** Kinds of values, each with a common supertype. Values of different kinds are never equal. */
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
  private final NestedTypeCheck nested;
  private final Findings findings;

  ResultCheck(TypeLookup types, NestedTypeCheck nested, Findings findings) {
    this.types = types;
    this.nested = nested;
    this.findings = findings;
  }

  /** Reports problems of the candidate's result type. */
  void check(MethodSignature control, MethodSignature candidate) {
    String controlType = valueType(control);
    String candidateType = valueType(candidate);
    if (controlType.equals("void") != candidateType.equals("void")) {
      findings.error(
          controlType.equals("void")
              ? "the control returns nothing and the candidate returns a "
                  + candidateType
                  + ", so every call would differ; name a void method that wraps it"
              : "the control returns a "
                  + controlType
                  + " and the candidate returns nothing, so every call would differ");
      return;
    }
    String reason = nested.reasonNeverAsResult(candidate.returnedType());
    if (reason != null) {
      findings.error("the candidate cannot be compared: its result: " + reason);
    } else {
      for (String part : nested.unusableParts(candidate.returnedType())) {
        findings.warning(
            "the candidate's result may hold " + part + "; calls with such a value do not match");
      }
    }
    for (String place : nested.refusedPlaces(candidate.returnedType(), false)) {
      findings.warning(
          "the candidate's result: " + place + "; calls with such a value do not match");
    }
    String controlKind = kind(controlType);
    String candidateKind = kind(candidateType);
    if (controlKind != null && candidateKind != null && !controlKind.equals(candidateKind)) {
      boolean nulls =
          !PrimitiveTypes.isPrimitive(controlType) && !PrimitiveTypes.isPrimitive(candidateType);
      findings.warning(
          "a "
              + controlKind
              + " ("
              + controlType
              + ") never equals a "
              + candidateKind
              + " ("
              + candidateType
              + ")"
              + (nulls ? ", unless both are null" : ""));
    }
  }

  /**
   * Returns the type of the final value; for a stage, the type of its value; for a stage of Void,
   * {@code void}.
   */
  private String valueType(MethodSignature method) {
    StaticType valueType = nested.valueType(method.returnedType());
    if (!nested.isStage(method.returnedType())) {
      return method.returned();
    }
    if (valueType.isArray()) {
      return valueType.argument(0) == StaticType.UNKNOWN
          ? "?"
          : valueType.argument(0).name() + "[]";
    }
    return valueType.name().equals("java.lang.Void") ? "void" : valueType.name();
  }

  private @Nullable String kind(String type) {
    if (type.equals("?")) {
      return null;
    }
    if (type.endsWith("[]")) {
      // Arrays of bytes and characters may equal content of another kind.
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
