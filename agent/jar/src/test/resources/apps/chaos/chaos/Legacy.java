package chaos;

import java.util.ArrayList;
import java.util.List;

/** The controls. */
public class Legacy {
  static final Object LOCK = new Object();

  public int quote(int n) {
    Counter.entered();
    if (n % 8 == 7) {
      throw new IllegalStateException("no price for " + n);
    }
    return 3 * n + 1;
  }

  public List<String> lines(List<String> in) {
    Counter.entered();
    List<String> out = new ArrayList<String>(in);
    out.add("sum " + in.size());
    in.add("seen");
    return out;
  }

  /** Ends the JVM inside the control. */
  public int last(int code) {
    Counter.entered();
    System.exit(code);
    return code;
  }

  /** Whatever the application's defaults say. */
  public String defaults(int n) {
    Counter.entered();
    return Defaults.text(n);
  }
}
