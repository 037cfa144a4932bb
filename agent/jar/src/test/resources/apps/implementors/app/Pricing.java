package app;

public interface Pricing {
  String quote(String sku);

  default String both(String sku) {
    return quote(sku) + quote(sku);
  }
}
