package io.understudy.tool.suggest;

import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.ServiceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much a class looks like a service, and by which signs. */
final class ServiceScore {
  private final List<String> signs = new ArrayList<>();
  private long score;

  private ServiceScore() {}

  /**
   * Looks for signs at the class, or at an interface and those that implement it.
   *
   * @param others how many other classes have bodies for what it declares
   */
  static ServiceScore of(ClassOutline type, ApplicationClasses application, int others) {
    ServiceScore standing = new ServiceScore();
    int callers = application.callers(type);
    String annotation = ServiceHints.annotation(type);
    if (annotation != null) {
      standing.add(50, "@" + annotation);
    }
    if (ServiceHints.isNamed(type)) {
      standing.add(40, "named as a service");
    }
    if (others > 0) {
      String done = type.isInterface() ? "implemented by " : "overridden by ";
      standing.add(30, done + count(others, "class", "classes"));
    }
    for (String above : type.interfaces) {
      if (application.isOwn(above)) {
        standing.add(30, "implements " + above);
        break;
      }
    }
    if (callers > 0) {
      int digits = 32 - Integer.numberOfLeadingZeros(callers);
      standing.add(5 * digits, "called from " + count(callers, "class", "classes"));
    }
    return standing;
  }

  private void add(int points, String sign) {
    score += points;
    signs.add(sign);
  }

  /** How often its methods were called, in place of all signs. */
  static ServiceScore of(long calls) {
    ServiceScore standing = new ServiceScore();
    standing.score = calls;
    standing.signs.add(count(calls, "call", "calls"));
    return standing;
  }

  /** {@code 1 class}, {@code 1,200 classes}. */
  static String count(long count, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
  }

  /** The higher, the more it looks like a service. */
  long score() {
    return score;
  }

  /** In a few words, to be read after the name of the class. */
  @Override
  public String toString() {
    return signs.isEmpty() ? "no sign of a service" : String.join(", ", signs);
  }
}
