package io.understudy.compare.refine;

import io.understudy.compare.rule.RuleNode;
import org.jspecify.annotations.Nullable;

/** Reads the keys by which the elements of a keyed list are paired. */
public interface ListKeys {
  /** The result for an element without a key; null is a key. */
  Object NONE = new Object();

  /**
   * Returns the key of an element in the form in which keys are compared.
   *
   * @param list the rules for the list, which has keys
   * @return the key, null, or {@link #NONE}
   */
  @Nullable Object of(@Nullable Object element, RuleNode list, boolean ofCandidate);
}
