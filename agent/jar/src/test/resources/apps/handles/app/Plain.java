package app;

public class Plain {
  public String name = "plain";
  public int count = 1;
}
