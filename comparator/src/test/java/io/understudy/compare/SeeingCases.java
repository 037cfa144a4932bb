package io.understudy.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects behind the rows of "Seeing" in docs/comparing.md, by the names of the rows. */
final class SeeingCases {
  private final Map<String, Outcome[]> cases = new LinkedHashMap<>();

  private SeeingCases() {}

  static Map<String, Outcome[]> all() {
    SeeingCases all = new SeeingCases();
    try {
      ClassCases.put(all);
      DateCases.put(all);
      MoneyCases.put(all);
      MessageCases.put(all);
      DocumentCases.put(all);
      CollectionCases.put(all);
    } catch (Exception wrong) {
      throw new AssertionError(wrong);
    }
    return all.cases;
  }

  void put(String name, @Nullable Object control, @Nullable Object candidate) {
    cases.put(name, new Outcome[] {Outcome.returned(control), Outcome.returned(candidate)});
  }
}
