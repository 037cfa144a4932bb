package io.understudy.tool.check;

import io.understudy.agent.classfile.ArgumentEffects;
import io.understudy.agent.config.CallConfig;
import io.understudy.tool.type.GenericSignature;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PrimitiveTypes;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds out whether the arguments of a call point are compared after the call. */
final class ArgumentsCheck {
  private final TypeLookup types;

  ArgumentsCheck(TypeLookup types) {
    this.types = types;
  }

  /**
   * Returns the configured value. Without one, returns true if the control is void and has a
   * mutable parameter.
   *
   * @param control null if it was not found
   */
  boolean areCompared(CallConfig call, @Nullable MethodSignature control) {
    if (call.argumentsStated()) {
      return call.rules().arguments();
    }
    return control != null
        && control.returned().equals("void")
        && control.parameterTypes().stream().anyMatch(type -> isMutable(type, new HashSet<>()));
  }

  private boolean isMutable(StaticType type, Set<String> above) {
    if (type == StaticType.UNKNOWN || type.isArray()) {
      return true;
    }
    if (PrimitiveTypes.isPrimitive(type.name()) || ArgumentEffects.isImmutable(type.name())) {
      return false;
    }
    TypeDescription found = types.find(type.name());
    if (found == null || type.name().startsWith("java.")) {
      return true;
    }
    return !found.isEnum() && (!found.isFinal() || hasMutableField(found, above));
  }

  /** For records and other final classes. */
  private boolean hasMutableField(TypeDescription type, Set<String> above) {
    if (!above.add(type.getName())) {
      return false;
    }
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      StaticType of = GenericSignature.field(field.getGenericSignature(), field.getDescriptor());
      if (!field.isStatic() && (!field.isFinal() || isMutable(of, above))) {
        return true;
      }
    }
    return !isPlain(type);
  }

  /** Whether the superclass adds no mutable state. */
  private boolean isPlain(TypeDescription type) {
    return types.above(type).stream()
        .findFirst()
        .map(name -> name.equals("java.lang.Object") || name.equals("java.lang.Record"))
        .orElse(true);
  }
}
