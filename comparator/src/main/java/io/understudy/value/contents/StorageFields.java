package io.understudy.value.contents;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Separates the fields in which a container of the application stores its elements from its other
 * fields. A storage shows the history of the container, such as spare capacity, and its content is
 * read by the iterator; the other fields are content.
 *
 * <p>Storage are: arrays, collections and maps, unless they are declared with other elements than
 * the container; chained nodes; functions and comparators; numbers with the names of bookkeeping,
 * such as {@code size}; and what an anonymous class has captured, since it has no methods but those
 * of the container.
 */
public final class StorageFields {
  private static final Set<String> COUNTS =
      new HashSet<>(
          Arrays.asList(
              "size",
              "count",
              "length",
              "len",
              "n",
              "num",
              "elementcount",
              "numelements",
              "numentries",
              "capacity",
              "cap",
              "initialcapacity",
              "threshold",
              "loadfactor",
              "mask",
              "shift",
              "maxfill",
              "minfill",
              "used",
              "occupied",
              "assigned",
              "free",
              "deleted",
              "removed",
              "tombstones",
              "modcount",
              "modifications",
              "growthfactor",
              "resizeat",
              "containsnull",
              "containsnullkey",
              "haszero",
              "hashseed",
              "seed"));

  /** Numbers that are places in an array or in a chain of nodes. */
  private static final Set<String> PLACES =
      new HashSet<>(
          Arrays.asList(
              "head",
              "tail",
              "first",
              "last",
              "front",
              "rear",
              "back",
              "start",
              "begin",
              "end",
              "offset",
              "off",
              "from",
              "to",
              "index",
              "position",
              "pos",
              "top",
              "bottom",
              "next",
              "root",
              "limit",
              "cursor"));

  private final @Nullable Set<Class<?>> elements;
  private final boolean hasPlaces;

  private StorageFields(Class<?> type, List<Field> fields) {
    this.elements = ElementTypes.of(type);
    boolean found = false;
    for (Field field : fields) {
      found |= field.getType().isArray() || isNode(field.getType());
    }
    this.hasPlaces = found;
  }

  /**
   * The fields that are content beside the elements, in the same order.
   *
   * @param type a class of the application whose objects are read by their iterators
   * @param fields fields of the class that are content by their {@link FieldRole}
   */
  public static List<Field> without(Class<?> type, List<Field> fields) {
    StorageFields storage = new StorageFields(type, fields);
    List<Field> others = new ArrayList<>();
    for (Field field : fields) {
      if (!storage.contains(field)) {
        others.add(field);
      }
    }
    return others;
  }

  private boolean contains(Field field) {
    if (isCapturedByAnonymous(field)) {
      return true;
    }
    Class<?> type = field.getType();
    if (type.isPrimitive()) {
      String name = field.getName().replace("_", "").toLowerCase(Locale.ROOT);
      return COUNTS.contains(name) || (hasPlaces && PLACES.contains(name));
    }
    if (type.isArray()) {
      return holdsElements(field.getGenericType()) || isNode(type);
    }
    if (Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || Iterable.class.isAssignableFrom(type)) {
      return holdsElements(field.getGenericType());
    }
    return field.getGenericType() instanceof TypeVariable || isNode(type) || isFunction(type);
  }

  /** Whether an anonymous class of Java or Kotlin has captured the variable of this field. */
  private static boolean isCapturedByAnonymous(Field field) {
    String owner = field.getDeclaringClass().getName();
    String name = owner.substring(owner.lastIndexOf('$') + 1);
    return field.isSynthetic()
        && owner.indexOf('$') >= 0
        && !field.getName().startsWith("$$")
        && !name.isEmpty()
        && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isFunction(Class<?> type) {
    return type.getName().startsWith("java.util.function.")
        || type.getName().startsWith("kotlin.jvm.functions.")
        || Comparator.class.isAssignableFrom(type);
  }

  /** Whether a class is a chained node: it has a field of its own type. */
  private static boolean isNode(Class<?> declared) {
    Class<?> type = declared;
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (type.isPrimitive() || type.getName().startsWith("java.")) {
      return false;
    }
    try {
      for (Field field : type.getDeclaredFields()) {
        Class<?> of =
            field.getType().isArray() ? field.getType().getComponentType() : field.getType();
        if (of == type && !java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
          return true;
        }
      }
    } catch (LinkageError missing) {
      return false;
    }
    return false;
  }

  /** Whether an array or collection may hold elements of the container, by its declared type. */
  private boolean holdsElements(Type type) {
    if (elements == null || type instanceof TypeVariable) {
      return true;
    }
    if (type instanceof GenericArrayType) {
      return holdsElements(((GenericArrayType) type).getGenericComponentType());
    }
    if (type instanceof WildcardType) {
      return holdsElements(((WildcardType) type).getUpperBounds()[0]);
    }
    if (type instanceof ParameterizedType) {
      for (Type argument : ((ParameterizedType) type).getActualTypeArguments()) {
        if (holdsElements(argument)) {
          return true;
        }
      }
      return false;
    }
    if (!(type instanceof Class)) {
      return true;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isArray()) {
      return holdsElements(plain.getComponentType());
    }
    boolean raw = Collection.class.isAssignableFrom(plain) || Map.class.isAssignableFrom(plain);
    return raw || plain == Object.class || isElement(plain);
  }

  private boolean isElement(Class<?> plain) {
    if (elements == null) {
      return true;
    }
    for (Class<?> element : elements) {
      if (plain.isPrimitive()
          ? ElementTypes.isBoxOf(element, plain)
          : plain.isAssignableFrom(element) || element.isAssignableFrom(plain)) {
        return true;
      }
    }
    return false;
  }
}
