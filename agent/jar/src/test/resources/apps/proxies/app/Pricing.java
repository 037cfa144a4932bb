package app;

public interface Pricing {
  String quote(String sku);
}
