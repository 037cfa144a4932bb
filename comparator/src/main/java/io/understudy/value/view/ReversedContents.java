package io.understudy.value.view;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements from the last to the first. */
final class ReversedContents extends AbstractCollection<@Nullable Object> {
  private final Collection<?> elements;

  ReversedContents(Collection<?> elements) {
    this.elements = elements;
  }

  @Override
  public int size() {
    return elements.size();
  }

  // Not by toArray: a map may show each entry by the same object, which changes.
  @Override
  public Iterator<@Nullable Object> iterator() {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object element : elements) {
      all.add(element);
    }
    Collections.reverse(all);
    return all.iterator();
  }
}
