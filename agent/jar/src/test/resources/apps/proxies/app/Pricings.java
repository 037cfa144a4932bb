package app;

/** Implementations of {@link Pricing} that stand before one another. */
public class Pricings {
  public static class Plain implements Pricing {
    @Override
    public String quote(String sku) {
      return sku + "1";
    }
  }

  public static class Special extends Plain {
    @Override
    public String quote(String sku) {
      return super.quote(sku) + "s";
    }
  }

  public static class Caching implements Pricing {
    private final Pricing inner;

    public Caching(Pricing inner) {
      this.inner = inner;
    }

    @Override
    public String quote(String sku) {
      return inner.quote(sku) + "c";
    }
  }

  public static class Ping implements Pricing {
    Pricing other;

    @Override
    public String quote(String sku) {
      return sku.length() > 3 ? sku : other.quote(sku + sku);
    }
  }

  /** Asks another service, which has a call point of its own. */
  public static class Taxed implements Pricing {
    private final Taxes taxes = new Taxes();

    @Override
    public String quote(String sku) {
      return taxes.add(sku) + taxes.add(sku);
    }
  }

  public static class Taxes {
    public String add(String price) {
      return price + "t";
    }
  }

  /** The candidate: right for none, for what counts is how often it is asked. */
  public static class Next {
    public String quote(String sku) {
      return "";
    }
  }
}
