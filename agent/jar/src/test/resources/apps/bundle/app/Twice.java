package app;

public class Twice {
  public int twice(int value) {
    return 2 * value;
  }

  public int again(int value) {
    return value + value;
  }
}
