package io.understudy.agent.remote;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.TypeConfig;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableInput;
import io.understudy.portable.PortableOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a host for the candidate of a call point. Equal by content. Immutable. */
public final class MethodRequest {
  private static final TypeConfig.How[] HOWS = TypeConfig.How.values();

  private final MethodRef candidate;
  private final @Nullable MethodRef factory;
  private final List<String> controlParameters;
  private final List<TypeConfig> views;

  /**
   * Creates a request.
   *
   * @param factory makes the instance; null for the constructor without parameters
   * @param controlParameters the names of the control's parameter types, which choose among
   *     overloads
   * @param views how results are read
   */
  public MethodRequest(
      MethodRef candidate,
      @Nullable MethodRef factory,
      List<String> controlParameters,
      List<TypeConfig> views) {
    this.candidate = candidate;
    this.factory = factory;
    this.controlParameters = Collections.unmodifiableList(new ArrayList<>(controlParameters));
    this.views = Collections.unmodifiableList(new ArrayList<>(views));
  }

  /** The method to find. */
  public MethodRef candidate() {
    return candidate;
  }

  /** Makes the instance; null for the constructor without parameters. */
  public @Nullable MethodRef factory() {
    return factory;
  }

  /** The names of the control's parameter types. Unmodifiable. */
  public List<String> controlParameters() {
    return controlParameters;
  }

  /** How results are read. Unmodifiable. */
  public List<TypeConfig> views() {
    return views;
  }

  /** The payload. */
  public byte[] bytes() {
    return Payload.small(
        out -> {
          method(candidate, out);
          out.u8(factory == null ? 0 : 1);
          if (factory != null) {
            method(factory, out);
          }
          Payload.texts(controlParameters, out);
          out.varint(views.size());
          for (TypeConfig view : views) {
            out.text(view.className());
            out.u8(view.how().ordinal());
            Payload.texts(view.names(), out);
          }
        });
  }

  private static void method(MethodRef method, PortableOutput out) throws PortableFormException {
    out.text(method.className());
    out.text(method.methodName());
    List<String> types = method.parameterTypes();
    out.u8(types == null ? 0 : 1);
    if (types != null) {
      Payload.texts(types, out);
    }
  }

  /** Reads a payload. */
  public static MethodRequest read(PortableInput in) throws PortableFormException {
    MethodRef candidate = method(in);
    MethodRef factory = in.count(1) == 1 ? method(in) : null;
    List<String> parameters = Payload.texts(in);
    List<TypeConfig> views = new ArrayList<>();
    for (int left = in.count(in.left()); left > 0; left--) {
      String className = in.text();
      TypeConfig.How how = HOWS[in.count(HOWS.length - 1)];
      views.add(new TypeConfig(className, how, Payload.texts(in)));
    }
    in.end();
    return new MethodRequest(candidate, factory, parameters, views);
  }

  private static MethodRef method(PortableInput in) throws PortableFormException {
    String className = in.text();
    String name = in.text();
    return new MethodRef(className, name, in.count(1) == 1 ? Payload.texts(in) : null);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodRequest && describe().equals(((MethodRequest) other).describe());
  }

  @Override
  public int hashCode() {
    return candidate.hashCode();
  }

  private String describe() {
    return candidate + " " + factory + " " + controlParameters + " " + views;
  }

  @Override
  public String toString() {
    return candidate.toString();
  }
}
