package io.understudy.tool.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.Type;

/**
 * A method as its class file declares it. The types are names and need not be on the class path.
 * Immutable.
 */
public final class MethodSignature {
  private final MethodDescription.InDefinedShape method;
  private final List<String> parameters;
  private final String returned;

  /** The types of the parameters with their type arguments, then the type of the result. */
  private final List<StaticType> types;

  MethodSignature(MethodDescription.InDefinedShape method) {
    this.method = method;
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(method.getDescriptor())) {
      names.add(type.getClassName());
    }
    this.parameters = Collections.unmodifiableList(names);
    this.types = GenericSignature.method(method.getGenericSignature(), method.getDescriptor());
    this.returned = Type.getReturnType(method.getDescriptor()).getClassName();
  }

  /** The types of the parameters as source code names them, nested ones with a dollar sign. */
  public List<String> parameters() {
    return parameters;
  }

  /** The type of the result, or {@code void}. */
  public String returned() {
    return returned;
  }

  /** The types of the parameters, with their type arguments. */
  public List<StaticType> parameterTypes() {
    return types.subList(0, types.size() - 1);
  }

  /** The type of the result, with its type arguments. */
  public StaticType returnedType() {
    return types.get(types.size() - 1);
  }

  public boolean isStatic() {
    return method.isStatic();
  }

  public boolean isAbstract() {
    return method.isAbstract();
  }

  public boolean isPrivate() {
    return method.isPrivate();
  }

  public boolean isNative() {
    return method.isNative();
  }

  /** The method's name. */
  public String name() {
    return method.getInternalName();
  }

  /** The descriptor, as in the class file. */
  public String descriptor() {
    return method.getDescriptor();
  }

  /** The class that declares the method. */
  public String owner() {
    return method.getDeclaringType().getName();
  }

  /** Returns, for example, {@code quote(com.acme.Cart, int)}. */
  public String shortForm() {
    return method.getInternalName() + "(" + String.join(", ", parameters) + ")";
  }

  /**
   * Returns, for example, {@code static com.acme.Pricing#quote(com.acme.Cart, int):
   * com.acme.Quote}.
   */
  @Override
  public String toString() {
    return (isStatic() ? "static " : "") + owner() + "#" + shortForm() + ": " + returned;
  }
}
