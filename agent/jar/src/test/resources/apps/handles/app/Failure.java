package app;

public class Failure extends Exception {
  public final Handle handle = Main.HANDLE;

  @Override
  protected void finalize() {
    Handle.CLOSED.incrementAndGet();
  }
}
