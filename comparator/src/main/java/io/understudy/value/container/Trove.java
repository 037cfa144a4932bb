package io.understudy.value.container;

import io.understudy.value.Kind;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of Trove's containers of primitive values: versions 2 and 3. */
final class Trove {
  private static final Pattern MAP =
      Pattern.compile("gnu\\.trove\\.(map\\.T\\w+Map|T[A-Z]\\w+HashMap)");

  private static final Pattern LIST =
      Pattern.compile(
          "gnu\\.trove\\.(list\\.T\\w+List|stack\\.T\\w+Stack|queue\\.T\\w+Queue"
              + "|T[A-Z]\\w+ArrayList|T[A-Z]\\w+Stack)");

  private static final Pattern SET =
      Pattern.compile("gnu\\.trove\\.(set\\.T\\w+Set|T[A-Z]\\w+HashSet)");

  private static final Pattern COLLECTION = Pattern.compile("gnu\\.trove\\.T\\w+Collection");

  private static final Pattern ITERATOR =
      Pattern.compile("gnu\\.trove\\.(iterator\\.)?T\\w+Iterator");

  private Trove() {}

  static @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Class<?> map = matching(type, names, MAP);
    if (map != null) {
      return ShapeFactory.map(type.getName(), Contents.advanced(map));
    }
    Class<?> list = matching(type, names, LIST);
    if (list != null) {
      return ShapeFactory.collection(
          Kind.LIST, type.getName(), Contents.array(list, toArray(list)));
    }
    Class<?> set = matching(type, names, SET);
    if (set != null) {
      return ShapeFactory.collection(Kind.SET, type.getName(), Contents.array(set, "toArray"));
    }
    Class<?> collection = matching(type, names, COLLECTION);
    if (collection != null) {
      return ShapeFactory.bag(type.getName(), Contents.array(collection, "toArray"));
    }
    return matching(type, names, ITERATOR) == null ? null : Lazies.once(type, api, names);
  }

  // A list of version 2 calls the method toNativeArray.
  private static String toArray(Class<?> list) {
    try {
      list.getMethod("toNativeArray");
      return "toNativeArray";
    } catch (NoSuchMethodException newer) {
      return "toArray";
    }
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
