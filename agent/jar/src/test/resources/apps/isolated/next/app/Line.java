package app;

public class Line {
  public int cents = 1;
}
