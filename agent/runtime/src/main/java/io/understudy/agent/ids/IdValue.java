package io.understudy.agent.ids;

import io.understudy.compare.identity.Id;
import java.util.UUID;

/** What an id becomes where it is put. Stateless. */
final class IdValue {
  private IdValue() {}

  /**
   * The candidate's id as the slot takes it. Where the slot takes several classes (a list of
   * whatever it is), the class of the control's id is kept if it can be; else it is as the
   * candidate has it.
   *
   * @param live the control's id, which stands there now
   * @param declared the type of the slot
   * @throws TranslationException when the slot cannot hold the candidate's id
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

  /** Whether a slot of this type takes one class alone. */
  private static boolean isHolder(Class<?> declared) {
    return declared == String.class
        || declared == UUID.class
        || (Number.class.isAssignableFrom(declared) && declared != Number.class);
  }
}
