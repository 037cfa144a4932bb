package io.understudy.tool.suggest;

import java.util.Locale;

/** How similar the class of a candidate is to the control's, the most similar first. */
enum NameSimilarity {
  NAME("of a class with the same name"),
  INTERFACE("of a class with the same supertype"),
  STEM("of a class with a similar name"),
  NONE("the only method with this name that fits");

  private final String reason;

  NameSimilarity(String reason) {
    this.reason = reason;
  }

  /** The reason for the candidate, printed after its name. */
  String reason() {
    return reason;
  }

  /**
   * Compares two simple class names, for example {@code InvoiceServiceImpl} and {@code Invoices}.
   */
  static NameSimilarity of(String control, String candidate) {
    if (control.equals(candidate)) {
      return NAME;
    }
    String stem = stem(control);
    return !stem.isEmpty() && stem.equals(stem(candidate)) ? STEM : NONE;
  }

  /** Returns {@code invoice} for {@code DefaultInvoiceServiceImpl} and for {@code Invoices}. */
  static String stem(String simpleName) {
    String stem =
        simpleName.replaceFirst("^(Default|Abstract|Base|Legacy|Old|New|I(?=\\p{Lu}\\p{Ll}))", "");
    for (String before = ""; !before.equals(stem); ) {
      before = stem;
      stem =
          stem.replaceFirst(
              "(?<=.)(Service|Impl|Bean|Facade|Manager|Dao|DAO|Repository|Controller|Resource|EJB|Ejb"
                  + "|Remote|Local|Endpoint|Component|Api|V?[0-9]+)$",
              "");
    }
    return stem.replaceFirst("ies$", "y").replaceFirst("(?<=[^s])s$", "").toLowerCase(Locale.ROOT);
  }
}
