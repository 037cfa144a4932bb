package app;

/** What is called; its implementation has the call point. */
public interface Where {
  String where(Item item);

  String shared(String text);

  int number(int value);
}
