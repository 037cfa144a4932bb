package app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class Main {
  public static final Handle HANDLE = new Handle() {};
  private static final Pool POOL = new Pool();
  private static final Failure FAILURE = new Failure();

  @SuppressWarnings("deprecation")
  public static void main(String[] args) throws Exception {
    Legacy legacy = new Legacy();
    for (Object resource : new Object[] {HANDLE, POOL, FAILURE, new Object[] {HANDLE}}) {
      for (int i = 0; i < 2; i++) {
        legacy.session(new Session(resource));
        legacy.elements(new ArrayList<>(Collections.nCopies(2, resource)));
        legacy.values(Collections.singletonMap("resource", resource));
      }
    }
    for (int i = 0; i < 8; i++) {
      legacy.handle(HANDLE);
      legacy.result(new Plain());
    }
    for (int i = 0; i < 2000; i++) {
      legacy.session(new Session("no resource"));
    }
    for (int i = 0; i < 10; i++) {
      List<byte[]> garbage = new ArrayList<>();
      garbage.add(new byte[1 << 20]);
      System.gc();
      System.runFinalization();
      Thread.sleep(50);
    }
    System.out.println("closed " + Handle.CLOSED + ", descriptor " + HANDLE.descriptor);
    if (POOL.isEmpty() && FAILURE.handle != HANDLE) {
      throw new IllegalStateException();
    }
  }
}
