package app;

import java.util.function.Supplier;

public class Service implements Supplier<String> {
  @Override
  public String get() {
    return "service";
  }
}
