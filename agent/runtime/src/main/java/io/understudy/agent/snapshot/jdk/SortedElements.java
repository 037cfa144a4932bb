package io.understudy.agent.snapshot.jdk;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Sorted elements, which {@code TreeSet.addAll} adds without comparisons. */
final class SortedElements extends AbstractSet<Object> implements SortedSet<Object> {
  private final @Nullable Object[] elements;
  private final @Nullable Comparator<? super Object> comparator;

  SortedElements(@Nullable Object[] elements, @Nullable Comparator<? super Object> comparator) {
    this.elements = elements;
    this.comparator = comparator;
  }

  @Override
  public @Nullable Comparator<? super Object> comparator() {
    return comparator;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  @SuppressWarnings("NullAway") // A sorted set may hold null.
  public Iterator<Object> iterator() {
    return Arrays.asList(elements).iterator();
  }

  @Override
  public SortedSet<Object> subSet(Object from, Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedSet<Object> headSet(Object to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedSet<Object> tailSet(Object from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object first() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object last() {
    throw new UnsupportedOperationException();
  }
}
