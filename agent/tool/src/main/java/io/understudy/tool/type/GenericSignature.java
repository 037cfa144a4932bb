package io.understudy.tool.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.signature.SignatureReader;
import net.bytebuddy.jar.asm.signature.SignatureVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptors and signatures of a class file (Java Virtual Machine Specification 4.7.9.1)
 * without loading or looking up the classes they name.
 */
public final class GenericSignature extends SignatureVisitor {
  /** The bounds of the type variables that this signature declares, in order. */
  private final Map<String, StaticType> declared = new LinkedHashMap<>();

  /** For a method its parameters, then its result; for a class its supertypes. */
  private final List<StaticType> types = new ArrayList<>();

  private String variable = "";

  private GenericSignature() {
    super(OpenedClassReader.ASM_API);
  }

  /** Reads a signature. The reader throws unspecified exceptions for a malformed one. */
  private static GenericSignature read(String signature) {
    GenericSignature read = new GenericSignature();
    new SignatureReader(signature).accept(read);
    return read;
  }

  /**
   * Returns a field's type from its signature; from its descriptor if there is none or it is
   * malformed.
   */
  public static StaticType field(@Nullable String signature, String descriptor) {
    try {
      return type(signature == null ? descriptor : signature);
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return type(descriptor);
    }
  }

  private static StaticType type(String signature) {
    List<StaticType> types = new ArrayList<>();
    new SignatureReader(signature).acceptType(new TypeReader(types::add));
    return types.get(0);
  }

  /**
   * Returns a method's parameters, then its result, from its signature. The descriptor is used if
   * the signature is missing, malformed, or does not match; tools that rename or weave leave such
   * signatures. The method's own type variables are replaced by their bounds; those of its class
   * are unknown.
   */
  static List<StaticType> method(@Nullable String signature, String descriptor) {
    List<StaticType> erased = read(descriptor).types;
    try {
      List<StaticType> generic = signature == null ? erased : read(signature).bound();
      return generic.size() == erased.size() ? generic : erased;
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return erased;
    }
  }

  /** Returns the type variables of a class, in order, with their bounds; none if malformed. */
  static Map<String, StaticType> variables(String classSignature) {
    try {
      return Collections.unmodifiableMap(read(classSignature).declared);
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return Collections.emptyMap();
    }
  }

  /** Returns the superclass and the interfaces of a class; none if malformed. */
  static List<StaticType> supertypes(String classSignature) {
    try {
      return read(classSignature).types;
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return Collections.emptyList();
    }
  }

  private List<StaticType> bound() {
    Map<String, StaticType> known = new LinkedHashMap<>();
    // A bound may name another variable; a recursive bound (T extends Comparable<T>) is dropped.
    declared.forEach((name, bound) -> known.put(name, bound.with(Collections.emptyMap())));
    List<StaticType> bound = new ArrayList<>();
    types.forEach(type -> bound.add(type.with(known)));
    return bound;
  }

  @Override
  public void visitFormalTypeParameter(String name) {
    variable = name;
    declared.put(name, StaticType.UNKNOWN);
  }

  /** The first known bound counts. */
  @Override
  public SignatureVisitor visitClassBound() {
    String name = variable;
    return new TypeReader(bound -> declared.replace(name, StaticType.UNKNOWN, bound));
  }

  @Override
  public SignatureVisitor visitInterfaceBound() {
    return visitClassBound();
  }

  @Override
  public SignatureVisitor visitSuperclass() {
    return new TypeReader(types::add);
  }

  @Override
  public SignatureVisitor visitInterface() {
    return new TypeReader(types::add);
  }

  @Override
  public SignatureVisitor visitParameterType() {
    return new TypeReader(types::add);
  }

  @Override
  public SignatureVisitor visitReturnType() {
    return new TypeReader(types::add);
  }

  @Override
  public SignatureVisitor visitExceptionType() {
    return new TypeReader(exception -> {});
  }

  /** Reads one type, with its arguments. */
  private static final class TypeReader extends SignatureVisitor {
    private final Consumer<StaticType> result;
    private final StringBuilder name = new StringBuilder();
    private final List<StaticType> arguments = new ArrayList<>();

    TypeReader(Consumer<StaticType> result) {
      super(OpenedClassReader.ASM_API);
      this.result = result;
    }

    @Override
    public void visitBaseType(char descriptor) {
      String primitive = Type.getType(String.valueOf(descriptor)).getClassName();
      result.accept(StaticType.of(primitive, Collections.emptyList()));
    }

    @Override
    public void visitTypeVariable(String variable) {
      result.accept(StaticType.variable(variable));
    }

    @Override
    public SignatureVisitor visitArrayType() {
      return new TypeReader(element -> result.accept(StaticType.arrayOf(element)));
    }

    @Override
    public void visitClassType(String internalName) {
      name.append(internalName.replace('/', '.'));
    }

    @Override
    public void visitInnerClassType(String simpleName) {
      // An inner class of a generic class; its own type arguments follow.
      name.append('$').append(simpleName);
      arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
      arguments.add(StaticType.UNKNOWN);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      boolean isLowerBound = wildcard == SUPER;
      return new TypeReader(type -> arguments.add(isLowerBound ? StaticType.UNKNOWN : type));
    }

    @Override
    public void visitEnd() {
      result.accept(StaticType.of(name.toString(), arguments));
    }
  }
}
