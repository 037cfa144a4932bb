package io.understudy.value.container;

import io.understudy.value.Kind;
import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the containers of Eclipse Collections, and of its ancestor GS Collections, that do
 * not implement {@code java.util}: immutable ones, stacks, multimaps, containers of primitives.
 */
final class EclipseCollections {
  private static final String API = "(org\\.eclipse|com\\.gs)\\.collections\\.api\\.";

  private static final Pattern LAZY =
      Pattern.compile(API + "(Lazy\\w*Iterable|\\w+\\.Parallel\\w*Iterable|ParallelIterable)");

  private static final Pattern ITERATOR = Pattern.compile(API + "iterator\\.\\w+");

  private static final String PRIMITIVE = "(Boolean|Byte|Char|Short|Int|Long|Float|Double)";

  private static final Pattern PRIMITIVE_MAP =
      Pattern.compile(
          API
              + "map\\.primitive\\.(Object"
              + PRIMITIVE
              + "|"
              + PRIMITIVE
              + "Object|"
              + PRIMITIVE
              + PRIMITIVE
              + ")Map");

  private static final Pattern PRIMITIVES = Pattern.compile(API + PRIMITIVE + "Iterable");

  private static final Pattern LIST =
      Pattern.compile(
          API
              + "(ordered\\.(OrderedIterable|ReversibleIterable)|stack\\.StackIterable"
              + "|list\\.ListIterable"
              + "|(list|stack)\\.primitive\\."
              + PRIMITIVE
              + "(List|Stack)|ordered\\.primitive\\.Reversible\\w+Iterable)");

  private static final Pattern SET =
      Pattern.compile(API + "set\\.(SetIterable|primitive\\.\\w+Set)");

  private static final Pattern BAG = Pattern.compile(API + "bag\\.(Bag|primitive\\.\\w+Bag)");

  private EclipseCollections() {}

  static @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException, Uncapturable {
    if (matching(type, names, LAZY) != null) {
      return Lazies.of(type, type, names);
    }
    if (matching(type, names, ITERATOR) != null) {
      return Lazies.once(type, type, names);
    }
    Class<?> map = matching(type, names, PRIMITIVE_MAP);
    if (map == null) {
      map = named(type, names, "map.MapIterable");
    }
    if (map != null) {
      return pairs(type, map, "keyValuesView", names);
    }
    Class<?> multimap = named(type, names, "multimap.Multimap");
    if (multimap != null) {
      return pairs(type, multimap, "keyMultiValuePairsView", names);
    }
    Class<?> primitives = matching(type, names, PRIMITIVES);
    Class<?> rich = named(type, names, "RichIterable");
    if (primitives == null && rich == null) {
      return null;
    }
    Function<Object, Collection<Object>> all =
        primitives == null
            ? Contents.each(rich == null ? type : rich, at -> at)
            : Contents.array(primitives, "toArray");
    if (matching(type, names, SET) != null) {
      return ShapeFactory.collection(Kind.SET, type.getName(), all);
    }
    if (matching(type, names, BAG) != null) {
      return ShapeFactory.bag(type.getName(), all);
    }
    return matching(type, names, LIST) != null
        ? ShapeFactory.collection(Kind.LIST, type.getName(), all)
        : wrapper(type, all);
  }

  /** A wrapper is what it wraps; the values of a map are a bag. */
  private static Shape wrapper(Class<?> type, Function<Object, Collection<Object>> all)
      throws ReflectiveOperationException {
    for (String field : new String[] {"iterable", "collection", "delegate"}) {
      try {
        return ShapeFactory.standIn(type.getName(), Accessors.of(type, field));
      } catch (Uncapturable none) {
        continue;
      }
    }
    return ShapeFactory.bag(type.getName(), all);
  }

  private static Shape pairs(Class<?> type, Class<?> map, String view, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> pairs = Accessors.method(map, view);
    Class<?> iterable = map.getMethod(view).getReturnType();
    String owner = map.getName().startsWith("com.gs.") ? "com.gs" : "org.eclipse";
    Class<?> pair =
        map.getName().contains(".primitive.")
            ? elementOf(map, view)
            : Class.forName(owner + ".collections.api.tuple.Pair", false, map.getClassLoader());
    Function<Object, @Nullable Object> one = Accessors.method(pair, "getOne");
    Function<Object, @Nullable Object> two = Accessors.method(pair, "getTwo");
    Function<Object, ? extends Collection<java.util.Map.Entry<?, ?>>> read =
        Contents.each(
            iterable,
            at -> {
              Object both = Accessors.present(at);
              return Contents.entry(one.apply(both), two.apply(both));
            });
    return ShapeFactory.map(
        type.getName(), live -> read.apply(Accessors.present(pairs.apply(live))));
  }

  /** The type argument of the view: {@code RichIterable<IntIntPair>}. */
  private static Class<?> elementOf(Class<?> map, String view) throws ReflectiveOperationException {
    Matcher argument =
        Pattern.compile("<([\\w.]+).*>")
            .matcher(map.getMethod(view).getGenericReturnType().getTypeName());
    if (!argument.find()) {
      throw new ClassNotFoundException(map.getName() + "." + view);
    }
    return Class.forName(argument.group(1), false, map.getClassLoader());
  }

  private static @Nullable Class<?> named(Class<?> type, Set<String> names, String api) {
    for (String owner : new String[] {"org.eclipse", "com.gs"}) {
      String name = owner + ".collections.api." + api;
      if (names.contains(name)) {
        return Supertypes.named(type, name);
      }
    }
    return null;
  }

  private static @Nullable Class<?> matching(Class<?> type, Set<String> names, Pattern pattern) {
    for (String name : names) {
      if (pattern.matcher(name).matches()) {
        return Supertypes.named(type, name);
      }
    }
    return null;
  }
}
