package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.Site;
import io.understudy.compare.Outcome;
import io.understudy.value.CountText;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A candidate method in this JVM. Arguments are converted before the call, so that every exception
 * from the call was thrown by the candidate itself. Thread-safe if the candidate is.
 */
final class CandidateTarget implements Target {
  private final Class<?>[] parameters;
  private final ArgumentMapping mapping;
  private final MethodInvocation method;
  private final @Nullable Site ownSite;

  private CandidateTarget(
      Class<?>[] parameters,
      ArgumentMapping mapping,
      MethodInvocation method,
      @Nullable Site ownSite) {
    this.parameters = parameters;
    this.mapping = mapping;
    this.method = method;
    this.ownSite = ownSite;
  }

  /**
   * Binds a method to its instance.
   *
   * @param instance null for a static method
   * @param mapping makes the arguments
   * @param ownSite the site of the body that runs, if it is a woven control itself; else null
   * @throws UnansweredException when the method's module or security manager forbids the access
   */
  static Target of(
      Method method, @Nullable Object instance, ArgumentMapping mapping, @Nullable Site ownSite)
      throws UnansweredException {
    return new CandidateTarget(
        method.getParameterTypes(), mapping, MethodInvocation.of(method, instance), ownSite);
  }

  @Override
  public void requireOtherBody(Call call) throws UnansweredException {
    Site control = call.site();
    if (ownSite != null && control != null && ownSite.isSameBody(control)) {
      throw isControl(control.toString());
    }
  }

  /** Returns the refusal of a candidate that runs the control's body. */
  static UnansweredException isControl(String body) {
    return new UnansweredException("the candidate is the control itself, " + body);
  }

  @Override
  public int ownSite() {
    return ownSite == null ? -1 : ownSite.number();
  }

  @Override
  public boolean hasCodeOf(Call call) {
    Site control = call.site();
    return ownSite != null && control != null && ownSite.isSameCode(control);
  }

  @Override
  public @Nullable Object[] arguments(Call call) throws UnansweredException {
    return mapping.isDirect()
        ? call.arguments()
        : mapping.of(call.arguments(), call.receiverCopy());
  }

  @Override
  public @Nullable Object[] finalArguments(Call call, @Nullable Object[] afterwards)
      throws UnansweredException {
    return mapping.isDirect()
        ? afterwards
        : mapping.ofFinal(afterwards, call.arguments(), call.receiverCopy());
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) throws UnansweredException {
    return method.call(convert(arguments));
  }

  private @Nullable Object[] convert(@Nullable Object[] arguments) throws UnansweredException {
    if (arguments.length != parameters.length) {
      throw new UnansweredException(
          "the control has "
              + CountText.of(arguments.length, "argument")
              + " and the candidate takes "
              + parameters.length);
    }
    @Nullable Object[] converted = new @Nullable Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      converted[i] =
          mapping.isId(i)
              ? ParameterConversion.convertId(arguments[i], parameters[i], i)
              : ParameterConversion.convert(arguments[i], parameters[i], i);
    }
    return converted;
  }
}
