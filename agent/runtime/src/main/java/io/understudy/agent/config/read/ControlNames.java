package io.understudy.agent.config.read;

import io.understudy.agent.config.MethodRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The controls of the call points so far, to find two of one method. A control without parameter
 * types stands for every overload. Not thread-safe.
 */
final class ControlNames {
  private final Map<String, String> withoutTypes = new HashMap<>();
  private final Map<String, String> withTypes = new HashMap<>();
  private final Map<String, String> first = new HashMap<>();

  /**
   * Adds the control of a call point.
   *
   * @return the name of an earlier call point with this control, which is not added then; null if
   *     there is none
   */
  @Nullable String add(MethodRef control, String name) {
    String method = control.className() + "#" + control.methodName();
    List<String> types = control.parameterTypes();
    if (types == null) {
      String other = first.get(method);
      if (other == null) {
        withoutTypes.put(method, name);
        first.put(method, name);
      }
      return other;
    }
    String other = withoutTypes.get(method);
    // A nested type may be written with a dot or a dollar sign.
    String signature = method + String.join(",", types).replace('$', '.');
    other = other == null ? withTypes.get(signature) : other;
    if (other == null) {
      withTypes.put(signature, name);
      first.putIfAbsent(method, name);
    }
    return other;
  }
}
