package io.understudy.value.contents;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Containers that implement no interface of {@code java.util}: an {@code Iterable} with a method
 * {@code size}, {@code length} or {@code count} that returns an int. A path, and what is closed
 * after use, is no such container.
 */
public final class SizedIterables {
  private static final List<String> SIZES = Arrays.asList("size", "length", "count");

  private static final Pattern SET =
      Pattern.compile(
          "(.*[.$])?(\\w*(Hash|Tree|Sorted|Linked|Array|Bit)|Int|Long|Char|Object)?Set");

  private SizedIterables() {}

  /** The method that returns the number of elements; null if the class is no such container. */
  public static @Nullable Method size(Class<?> type, Set<String> names) {
    if (!names.contains("java.lang.Iterable")
        || names.contains("java.nio.file.Path")
        || names.contains("java.lang.AutoCloseable")
        || names.contains("java.lang.Throwable")) {
      return null;
    }
    for (String name : SIZES) {
      try {
        Method size = type.getMethod(name);
        if (size.getReturnType() == int.class && !Modifier.isStatic(size.getModifiers())) {
          return size;
        }
      } catch (NoSuchMethodException | LinkageError none) {
        continue;
      }
    }
    return null;
  }

  /** Whether the elements of a class are the entries of a map. */
  public static boolean isMap(Class<?> type) {
    return ElementTypes.areEntries(type)
        && type.getSimpleName().matches(".*(Map|Table|Dictionary)");
  }

  /** The order of the elements: a list, unless a name of the class or a supertype denies it. */
  public static CollectionOrder order(Set<String> names) {
    if (OrderedTypes.isBag(names)) {
      return CollectionOrder.BAG;
    }
    for (String name : names) {
      if (SET.matcher(name).matches()) {
        return CollectionOrder.SET;
      }
    }
    return CollectionOrder.LIST;
  }

  /** The elements of a container, read by its iterator each time. */
  public static final class View extends AbstractCollection<@Nullable Object> {
    private final Iterable<?> container;
    private final int size;

    /**
     * A view of a container.
     *
     * @param size what its method returns
     */
    public View(Iterable<?> container, int size) {
      this.container = container;
      this.size = size;
    }

    @Override
    public int size() {
      return Math.max(0, size);
    }

    /** {@inheritDoc} It fails where the number of elements is not the size. */
    @Override
    public Iterator<@Nullable Object> iterator() {
      Iterator<?> each = container.iterator();
      return new Iterator<@Nullable Object>() {
        private int read;

        @Override
        public boolean hasNext() {
          boolean more = each.hasNext();
          // Two numbers show a view, a page or a bag, which its iterator alone does not show.
          if (more ? read >= size : read != size) {
            throw new SizeMismatchException(container.getClass().getName());
          }
          return more;
        }

        @Override
        public @Nullable Object next() {
          read++;
          return each.next();
        }
      };
    }

    /** The same elements, which are entries. */
    @SuppressWarnings("unchecked") // The declared element type is Map.Entry.
    public Collection<Map.Entry<?, ?>> entries() {
      return (Collection<Map.Entry<?, ?>>) (Collection<?>) this;
    }
  }

  /** A container has another number of elements than its size. */
  public static final class SizeMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SizeMismatchException(String typeName) {
      super(typeName, null, false, false);
    }
  }
}
