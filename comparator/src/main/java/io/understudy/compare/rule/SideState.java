package io.understudy.compare.rule;

import io.understudy.value.Kind;
import io.understudy.value.view.StandardShapes;
import org.jspecify.annotations.Nullable;

/** What one named side has at a place, so that the place is not compared. */
public enum SideState {
  /** The control has no such part or key. */
  CONTROL_ABSENT("control absent", true, 0),
  /** The control has null, or an empty Optional. */
  CONTROL_NULL("control null", true, 1),
  /** The control has an empty text, list, set or map. */
  CONTROL_EMPTY("control empty", true, 2),
  /** The candidate has no such part or key. */
  CANDIDATE_ABSENT("candidate absent", false, 0),
  /** The candidate has null, or an empty Optional. */
  CANDIDATE_NULL("candidate null", false, 1),
  /** The candidate has an empty text, list, set or map. */
  CANDIDATE_EMPTY("candidate empty", false, 2);

  private final String wireName;
  private final boolean ofControl;
  private final int level;

  SideState(String wireName, boolean ofControl, int level) {
    this.wireName = wireName;
    this.ofControl = ofControl;
    this.level = level;
  }

  /** The words in configurations: {@code candidate null}. */
  public String wireName() {
    return wireName;
  }

  /** Whether a part that one side does not have is in this state. */
  boolean isOfAbsent(boolean byControl) {
    return level == 0 && ofControl == byControl;
  }

  /** Whether two values, which may be null, are in this state under the rules of their node. */
  boolean isOf(@Nullable Object control, @Nullable Object candidate, RuleNode node) {
    Object value = ofControl ? control : candidate;
    if (level == 0) {
      return false;
    }
    boolean isNull = value == null || isEmptyOptional(value);
    return level == 1 ? isNull : !isNull && EmptyValues.isEmpty(value, node);
  }

  private static boolean isEmptyOptional(Object value) {
    return StandardShapes.of(value).kind() == Kind.OPTIONAL && EmptyValues.nestingDepth(value) == 1;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
