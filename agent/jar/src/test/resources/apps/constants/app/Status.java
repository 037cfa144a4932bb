package app;

/** A type-safe enum, as Java had before version 5. */
public class Status implements java.io.Serializable {
  private static int next;

  public static final Status OPEN = new Status("open");
  public static final Status PAID =
      new Status("paid") {
        @Override
        public boolean isLast() {
          return true;
        }
      };

  private static final Status[] ALL = {OPEN, PAID};

  private final String name;
  private final int ordinal = next++;

  private Status(String name) {
    this.name = name;
  }

  public boolean isLast() {
    return false;
  }

  private Object readResolve() {
    return ALL[ordinal];
  }
}
