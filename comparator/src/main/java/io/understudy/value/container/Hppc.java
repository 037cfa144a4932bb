package io.understudy.value.container;

import io.understudy.value.Kind;
import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of HPPC's containers. An iterator returns one cursor again and again, whose fields are
 * read at once.
 */
final class Hppc {
  private static final String PACKAGE = "com.carrotsearch.hppc.";

  private static final Pattern API =
      Pattern.compile(
          "com\\.carrotsearch\\.hppc\\.((?:Byte|Char|Short|Int|Long|Float|Double|Object){1,2})"
              + "(AssociativeContainer|IndexedContainer|Deque|LookupContainer|Set|Container)");

  private Hppc() {}

  static @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    if (names.contains(PACKAGE + "BitSet")) {
      return bits(type);
    }
    String sort = "";
    String elements = "";
    for (String name : names) {
      Matcher matcher = API.matcher(name);
      if (matcher.matches() && rank(matcher.group(2)) > rank(sort)) {
        sort = matcher.group(2);
        elements = matcher.group(1);
      }
    }
    if (sort.isEmpty()) {
      return null;
    }
    Class<?> container = Supertypes.named(type, PACKAGE + elements + sort);
    if (container == null) {
      return null;
    }
    Shape hashed = HppcTables.of(type, elements);
    if (hashed != null) {
      return hashed;
    }
    Class<?> cursor =
        Class.forName(
            PACKAGE + "cursors." + elements + "Cursor", false, container.getClassLoader());
    Function<Object, @Nullable Object> value = Accessors.of(cursor, "value");
    if (sort.equals("AssociativeContainer")) {
      Function<Object, @Nullable Object> key = Accessors.of(cursor, "key");
      return ShapeFactory.map(
          type.getName(),
          Contents.each(
              container,
              at -> {
                Object entry = Accessors.present(at);
                return Contents.entry(key.apply(entry), value.apply(entry));
              }));
    }
    Function<Object, Collection<Object>> all =
        Contents.each(container, at -> value.apply(Accessors.present(at)));
    switch (sort) {
      case "IndexedContainer":
      case "Deque":
        return ShapeFactory.collection(Kind.LIST, type.getName(), all);
      case "LookupContainer":
      case "Set":
        return ShapeFactory.collection(Kind.SET, type.getName(), all);
      default:
        return ShapeFactory.bag(type.getName(), all);
    }
  }

  /** The more a sort says, the higher its rank. */
  private static int rank(String sort) {
    return Arrays.asList(
            "",
            "Container",
            "LookupContainer",
            "Set",
            "Deque",
            "IndexedContainer",
            "AssociativeContainer")
        .indexOf(sort);
  }

  private static Shape bits(Class<?> type) throws ReflectiveOperationException, Uncapturable {
    Function<Object, @Nullable Object> words = Accessors.of(type, "bits");
    Function<Object, @Nullable Object> count = Accessors.of(type, "wlen");
    return ShapeFactory.standIn(
        type.getName(),
        set ->
            BitSet.valueOf(
                Arrays.copyOf(
                    (long[]) Accessors.present(words.apply(set)),
                    (Integer) Accessors.present(count.apply(set)))));
  }
}
