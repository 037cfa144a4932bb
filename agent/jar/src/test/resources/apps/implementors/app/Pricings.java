package app;

/** What implements {@link Pricing}, each in its own way. */
public class Pricings {
  public static class Plain implements Pricing {
    @Override
    public String quote(String sku) {
      return sku + 1;
    }
  }

  public abstract static class Template implements Pricing {
    @Override
    public String quote(String sku) {
      return step(sku) + "!";
    }

    protected abstract String step(String sku);
  }

  public static class Concrete extends Template {
    @Override
    protected String step(String sku) {
      return sku + 2;
    }
  }

  public enum Fixed implements Pricing {
    LOW {
      @Override
      public String quote(String sku) {
        return sku + 3;
      }
    },
    HIGH;

    @Override
    public String quote(String sku) {
      return sku + 4;
    }
  }
}
