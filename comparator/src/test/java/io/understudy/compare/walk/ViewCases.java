package io.understudy.compare.walk;

import io.understudy.compare.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects behind the rows of "Seeing" in docs/comparing.md, by the names of the rows. */
final class ViewCases {
  private final Map<String, Outcome[]> cases = new LinkedHashMap<>();

  private ViewCases() {}

  static Map<String, Outcome[]> all() {
    ViewCases all = new ViewCases();
    try {
      ClassCases.put(all);
      DateCases.put(all);
      MoneyCases.put(all);
      MessageCases.put(all);
      DocumentCases.put(all);
      CollectionCases.put(all);
      LibraryCases.put(all);
      StandardCases.put(all);
    } catch (Exception wrong) {
      throw new AssertionError(wrong);
    }
    return all.cases;
  }

  void put(String name, @Nullable Object control, @Nullable Object candidate) {
    cases.put(name, new Outcome[] {Outcome.returned(control), Outcome.returned(candidate)});
  }
}
