package io.understudy.agent.budget;

/** A sign that the application needs the processors, so that the pool gives way. */
public enum PressureSign {
  /** The container was stopped at its CPU limit. */
  THROTTLED("the container was stopped at its CPU limit"),

  /** The application leaves less idle time than the reserve. */
  BUSY("the application leaves no processor idle"),

  /** Controls take longer than they usually do. */
  SLOWER("the controls take longer than usual"),

  /** Threads of the agent wake up late. */
  LATE("threads wake up late"),

  /** The JIT compiler is busy, as in a JVM that has just started. */
  COMPILING("the JIT compiler is busy");

  private final String text;

  PressureSign(String text) {
    this.text = text;
  }

  /** Describes the sign, one clause. */
  public String text() {
    return text;
  }
}
