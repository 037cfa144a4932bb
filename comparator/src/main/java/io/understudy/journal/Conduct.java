package io.understudy.journal;

/**
 * The texts under which a tally counts what candidates did besides answering; see {@link
 * TallyField#CONDUCT}. Stateless.
 */
public final class Conduct {
  /** Compared calls in which the candidate called the control of its own call point. */
  public static final String CALLED_CONTROL = "called the control";

  /** Calls of the control by threads of candidates whose own call was over. */
  public static final String CALLED_CONTROL_LATER = "called the control after its call";

  /** Compared calls in which both methods come from equal class files in two class loaders. */
  public static final String SAME_CODE = "has the same class file as the control";

  private static final String REFUSED = "refused: ";

  private Conduct() {}

  /**
   * Returns the text for an attempt to end the JVM or to keep it alive.
   *
   * @param method the method with or without its argument, such as {@code Runtime.exit(3)}; the
   *     argument is left out, since there are many
   */
  public static String refused(String method) {
    int end = method.indexOf('(');
    return REFUSED + (end < 0 ? method : method.substring(0, end));
  }

  /** Whether the text counts an attempt to end the JVM or to keep it alive. */
  public static boolean isRefused(String text) {
    return text.startsWith(REFUSED);
  }

  /** Returns the method of a text for which {@link #isRefused} is true. */
  public static String method(String text) {
    return text.substring(REFUSED.length());
  }
}
