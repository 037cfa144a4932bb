package io.understudy.value.contents;

import io.understudy.value.Origin;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
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
 * read by the iterator; the other fields are content. Where it is not clear which field is the
 * storage, all candidates are content: then the history of a container may show, but nothing is
 * hidden.
 *
 * <p>Storage are: the only array or collection that may hold the elements (in a map also two, for
 * keys and values); cached views of a map; chained nodes of a nested class; comparators; whole
 * numbers with the names of bookkeeping, such as {@code size}; and what an anonymous class has
 * captured that has no methods but those of a container of the JDK.
 */
public final class StorageFields {
  private static final Set<String> COUNTS =
      new HashSet<>(
          Arrays.asList(
              "size",
              "elementcount",
              "numelements",
              "numentries",
              "capacity",
              "initialcapacity",
              "threshold",
              "mask",
              "shift",
              "maxfill",
              "minfill",
              "occupied",
              "assigned",
              "tombstones",
              "modcount",
              "modifications",
              "resizeat",
              "hashseed"));

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
              "end",
              "offset",
              "index",
              "position",
              "pos",
              "top",
              "bottom",
              "next",
              "root",
              "limit",
              "cursor",
              "count",
              "length"));

  private static final Set<String> VIEWS =
      new HashSet<>(Arrays.asList("keyset", "keys", "entryset", "entries", "values"));

  private final @Nullable Set<Class<?>> elements;
  private final boolean isGeneric;
  private final boolean isMap;
  private final boolean hasPlaces;
  private final boolean hasOneStorage;

  private StorageFields(Class<?> type, List<Field> fields) {
    this.elements = ElementTypes.of(type);
    this.isGeneric = type.getTypeParameters().length > 0;
    this.isMap = Map.class.isAssignableFrom(type) || ElementTypes.areEntries(type);
    boolean found = false;
    int storages = 0;
    for (Field field : fields) {
      found |= field.getType().isArray() || isNode(field);
      storages += mayStore(field) ? 1 : 0;
    }
    this.hasPlaces = found;
    this.hasOneStorage = storages <= (isMap ? 2 : 1);
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
    if (isCapturedByAnonymous(field) || isNode(field)) {
      return true;
    }
    Class<?> type = field.getType();
    if (type.isPrimitive()) {
      return isBookkeeping(type, field.getName().replace("_", "").toLowerCase(Locale.ROOT));
    }
    return Comparator.class.isAssignableFrom(type)
        || isView(field)
        || (hasOneStorage && mayStore(field));
  }

  private boolean isBookkeeping(Class<?> type, String name) {
    if (type == int.class) {
      return COUNTS.contains(name) || (hasPlaces && PLACES.contains(name));
    }
    return type == float.class && (name.equals("loadfactor") || name.equals("growthfactor"));
  }

  /** Whether the field may hold the elements, by its declared type. */
  private boolean mayStore(Field field) {
    Class<?> type = field.getType();
    if (isView(field)) {
      return false;
    }
    if (type.isArray()) {
      return holdsElements(field.getGenericType());
    }
    if (Map.class.isAssignableFrom(type)) {
      // The iterator of another container shows the keys or the values of the map only.
      return isMap && holdsElements(field.getGenericType());
    }
    if (Iterable.class.isAssignableFrom(type)) {
      return holdsElements(field.getGenericType());
    }
    return elements == null && field.getGenericType() instanceof TypeVariable;
  }

  private boolean isView(Field field) {
    return isMap
        && Iterable.class.isAssignableFrom(field.getType())
        && VIEWS.contains(field.getName().replace("_", "").toLowerCase(Locale.ROOT))
        && Modifier.isTransient(field.getModifiers());
  }

  /** Whether an anonymous class of Java or Kotlin has captured the variable of this field. */
  private static boolean isCapturedByAnonymous(Field field) {
    Class<?> owner = field.getDeclaringClass();
    String name = owner.getName().substring(owner.getName().lastIndexOf('$') + 1);
    return field.isSynthetic()
        && owner.getName().indexOf('$') >= 0
        && !field.getName().startsWith("$$")
        && !name.isEmpty()
        && name.chars().allMatch(c -> c >= '0' && c <= '9')
        && hasSupertypesOfJdkOnly(owner);
  }

  private static boolean hasSupertypesOfJdkOnly(Class<?> type) {
    boolean all = type.getSuperclass() != null && Origin.isJdk(type.getSuperclass());
    for (Class<?> implemented : type.getInterfaces()) {
      all &= Origin.isJdk(implemented);
    }
    return all;
  }

  /**
   * Whether a field holds a chained node: an object of a nested class that refers to its own class.
   */
  private static boolean isNode(Field field) {
    Class<?> type = field.getType();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    String owner = field.getDeclaringClass().getName();
    if (type.isPrimitive() || !type.getName().startsWith(owner + "$")) {
      return false;
    }
    try {
      for (Field link : type.getDeclaredFields()) {
        Class<?> of = link.getType().isArray() ? link.getType().getComponentType() : link.getType();
        if (of == type && !Modifier.isStatic(link.getModifiers())) {
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
    if (type instanceof TypeVariable) {
      return true;
    }
    if (type instanceof GenericArrayType) {
      return holdsElements(((GenericArrayType) type).getGenericComponentType());
    }
    if (type instanceof WildcardType) {
      return holdsElements(((WildcardType) type).getUpperBounds()[0]);
    }
    if (type instanceof ParameterizedType) {
      boolean all = true;
      for (Type argument : ((ParameterizedType) type).getActualTypeArguments()) {
        all &= holdsElements(argument);
      }
      return all;
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
    if (isMap && Map.Entry.class.isAssignableFrom(plain)) {
      return true;
    }
    if (elements == null) {
      return !isGeneric;
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
