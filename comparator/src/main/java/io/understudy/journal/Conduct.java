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

  /** How often the breaker of the call point opened, since the candidate did not answer. */
  public static final String OPENED_BREAKER = "opened the breaker";

  /** How often the breaker closed again, since the candidate answered a probe. */
  public static final String CLOSED_BREAKER = "closed the breaker";

  private static final String REFUSED = "refused: ";
  private static final String PREVENTED = "prevented: ";
  private static final String RESTORED = "restored: ";

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

  /**
   * Returns the text for an attempt to change what the whole JVM shares, which had no effect.
   *
   * @param setter the method with or without its argument, such as {@code
   *     java.util.Locale.setDefault}; the argument is left out
   */
  public static String prevented(String setter) {
    int end = setter.indexOf('(');
    return PREVENTED + (end < 0 ? setter : setter.substring(0, end));
  }

  /**
   * Returns the text for a change of what the whole JVM shares that was noticed and undone.
   *
   * @param setting what was changed, such as {@code the default locale}
   */
  public static String restored(String setting) {
    return RESTORED + setting;
  }

  /** Whether the text counts an attempt to change what the whole JVM shares. */
  public static boolean isPrevented(String text) {
    return text.startsWith(PREVENTED);
  }

  /** Whether the text counts a change of what the whole JVM shares that was undone. */
  public static boolean isRestored(String text) {
    return text.startsWith(RESTORED);
  }

  /** Whether the text counts an attempt to end the JVM or to keep it alive. */
  public static boolean isRefused(String text) {
    return text.startsWith(REFUSED);
  }

  /**
   * Returns the method or setting of a text for which {@link #isRefused}, {@link #isPrevented} or
   * {@link #isRestored} is true.
   */
  public static String method(String text) {
    return text.substring(text.indexOf(": ") + 2);
  }
}
