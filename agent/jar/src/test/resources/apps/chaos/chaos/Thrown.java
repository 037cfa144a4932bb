package chaos;

/** Exceptions and values whose own methods fail. */
final class Thrown {
  private Thrown() {}

  static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new Error("in getMessage");
    }

    @Override
    public String getLocalizedMessage() {
      throw new Error("in getLocalizedMessage");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new Error("in getCause");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new Error("in getStackTrace");
    }

    @Override
    public String toString() {
      throw new Error("in toString");
    }

    @Override
    public int hashCode() {
      throw new Error("in hashCode");
    }

    @Override
    public boolean equals(Object other) {
      throw new Error("in equals");
    }

    @Override
    public void printStackTrace() {
      System.exit(7);
    }
  }

  static final class StrangeValue extends Number {
    private static final long serialVersionUID = 1;

    @Override
    public int intValue() {
      throw new ThreadDeath();
    }

    @Override
    public long longValue() {
      throw new ThreadDeath();
    }

    @Override
    public float floatValue() {
      throw new ThreadDeath();
    }

    @Override
    public double doubleValue() {
      throw new ThreadDeath();
    }

    @Override
    public String toString() {
      throw new ThreadDeath();
    }
  }
}
