package io.understudy.agent.ids;

import io.understudy.compare.identity.Id;
import java.util.UUID;

/** Converts the candidate's id to the type of the slot that holds it. Stateless. */
final class IdValue {
  private IdValue() {}

  /**
   * Returns the candidate's id in a class that the slot accepts. If the slot accepts several
   * classes, such as the elements of a list, the class of the control's id is preferred, then the
   * class of the candidate's id.
   *
   * @param live the control's id, which is in the slot now
   * @param declared the type of the slot
   * @throws TranslationException if the slot cannot hold the candidate's id
   */
  static Object fill(Id id, Object live, Class<?> declared) throws TranslationException {
    boolean open = !declared.isPrimitive() && !isHolder(declared);
    Object same = open ? id.as(usual(live)) : null;
    if (same != null && declared.isInstance(same)) {
      return same;
    }
    if (open && declared.isInstance(id.plain())) {
      return id.plain();
    }
    Object converted = id.as(declared);
    if (converted == null) {
      throw new TranslationException(
          "the candidate has a "
              + id.plain().getClass().getName()
              + " as id, where the arguments hold a "
              + declared.getName());
    }
    return converted;
  }

  private static Class<?> usual(Object live) {
    return live instanceof CharSequence ? String.class : live.getClass();
  }

  /** Whether a slot of this type accepts only one class. */
  private static boolean isHolder(Class<?> declared) {
    return declared == String.class
        || declared == UUID.class
        || (Number.class.isAssignableFrom(declared) && declared != Number.class);
  }
}
