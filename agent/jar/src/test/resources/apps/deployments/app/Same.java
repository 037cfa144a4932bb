package app;

import java.util.function.BiPredicate;

/** A comparator, which each deployment has for itself. */
public class Same implements BiPredicate<Object, Object> {
  @Override
  public boolean test(Object control, Object candidate) {
    return control.equals(candidate) && control.toString().endsWith(Service.deployment);
  }
}
