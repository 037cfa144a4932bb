package app;

/** A value class, of which an interface holds constants. */
public class Code {
  final String text;

  public Code(String text) {
    this.text = text;
  }
}
