package app;

/** An argument whose class each deployment has for itself. */
public class Item {
  public String id = "x";
  public Item next;
}
