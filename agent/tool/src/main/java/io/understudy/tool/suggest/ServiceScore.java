package io.understudy.tool.suggest;

import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.ServiceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A score of how much a class looks like a service, with the hints it is based on. */
final class ServiceScore {
  private final List<String> hints = new ArrayList<>();
  private long score;

  private ServiceScore() {}

  /**
   * Scores a class or an interface by its annotations, name, supertypes and callers.
   *
   * @param others the number of other classes that implement its methods
   */
  static ServiceScore of(ClassOutline type, ApplicationClasses application, int others) {
    ServiceScore result = new ServiceScore();
    int callers = application.callers(type);
    String annotation = ServiceHints.annotation(type);
    if (annotation != null) {
      result.add(50, "@" + annotation);
    }
    if (ServiceHints.isNamed(type)) {
      result.add(40, "named like a service");
    }
    if (others > 0) {
      String relation = type.isInterface() ? "implemented by " : "overridden by ";
      result.add(30, relation + count(others, "class", "classes"));
    }
    for (String above : type.interfaces) {
      if (application.isSelected(above)) {
        result.add(30, "implements " + above);
        break;
      }
    }
    if (callers > 0) {
      int digits = 32 - Integer.numberOfLeadingZeros(callers);
      result.add(5 * digits, "called from " + count(callers, "class", "classes"));
    }
    return result;
  }

  private void add(int points, String hint) {
    score += points;
    hints.add(hint);
  }

  /** Scores a class by the number of calls of its methods, instead of by hints. */
  static ServiceScore of(long calls) {
    ServiceScore result = new ServiceScore();
    result.score = calls;
    result.hints.add(count(calls, "call", "calls"));
    return result;
  }

  /** Returns text such as {@code 1 class} or {@code 1,200 classes}. */
  static String count(long count, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
  }

  /** A higher score is more promising. */
  long score() {
    return score;
  }

  /** The hints, printed after the name of the class. */
  @Override
  public String toString() {
    return hints.isEmpty() ? "no hint of a service" : String.join(", ", hints);
  }
}
