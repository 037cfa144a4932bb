package app;

public interface Codes {
  Code FIRST = new Code("first");
  Code SECOND = new Code("second");
}
