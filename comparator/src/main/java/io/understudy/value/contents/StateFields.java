package io.understudy.value.contents;

import io.understudy.value.Origin;
import java.io.Closeable;
import java.lang.annotation.Annotation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selects the fields that are the content of the objects of one class. */
public final class StateFields {
  private static final Set<String> INJECTIONS =
      new HashSet<>(
          Arrays.asList(
              "Inject", "Autowired", "Resource", "EJB", "PersistenceContext", "PersistenceUnit"));

  /** Names of numbers that are places in another object, such as the row of a table. */
  private static final Set<String> POSITIONS =
      new HashSet<>(
          Arrays.asList(
              "index",
              "idx",
              "i",
              "row",
              "number",
              "no",
              "column",
              "col",
              "position",
              "pos",
              "offset",
              "off",
              "from",
              "to",
              "start",
              "begin",
              "end",
              "first",
              "last",
              "length",
              "len",
              "size",
              "cursor",
              "slot"));

  private static final Pattern TYPE_NAME = Pattern.compile("[\\w.$]+");

  private StateFields() {}

  /**
   * The fields that are content, in the same order. A cache counts where nothing else is content.
   * The outer object does not count.
   *
   * @param fields the instance fields of a class
   */
  public static List<Field> of(List<Field> fields) {
    List<Field> content = with(fields, FieldRole.CONTENT);
    return content.isEmpty() ? with(fields, FieldRole.CACHE) : content;
  }

  /**
   * As {@link #of}. The outer object counts too where all other content is numbers that are places
   * in it: such an object is a view of its outer object.
   */
  public static List<Field> ofRecord(List<Field> fields) {
    List<Field> content = of(fields);
    if (content.isEmpty() || !content.stream().allMatch(StateFields::isPosition)) {
      return content;
    }
    List<Field> all = new ArrayList<>(with(fields, FieldRole.OUTER));
    all.addAll(content);
    return all;
  }

  /**
   * Whether an object that has no field as content may keep its content in another object: its
   * outer object, or one behind a reference that the garbage collector may clear.
   */
  public static boolean isHidden(List<Field> fields) {
    return of(fields).isEmpty() && fields.stream().anyMatch(StateFields::leadsToContent);
  }

  private static boolean leadsToContent(Field field) {
    return isOuter(field) || Reference.class.isAssignableFrom(field.getType());
  }

  private static List<Field> with(List<Field> fields, FieldRole role) {
    List<Field> found = new ArrayList<>();
    for (Field field : fields) {
      if (role(field) == role) {
        found.add(field);
      }
    }
    return found;
  }

  /** Whether a field holds the outer object of an inner object. */
  public static boolean isOuter(Field field) {
    return role(field) == FieldRole.OUTER;
  }

  static FieldRole role(Field field) {
    Class<?> type = field.getType();
    Set<String> names =
        type.isPrimitive() || type.isArray() ? Collections.<String>emptySet() : Origin.names(type);
    FieldRole declared =
        FieldRole.of(
            field.getDeclaringClass().getName(),
            field.getName(),
            type.getName(),
            names,
            field.getModifiers());
    if (declared != FieldRole.CONTENT) {
      return declared;
    }
    if (TextCaches.isCache(field)) {
      return FieldRole.CACHE;
    }
    if (Modifier.isTransient(field.getModifiers())) {
      return isInjected(field) || isListener(field) || isResourceOfException(field)
          ? FieldRole.WIRING
          : FieldRole.CONTENT;
    }
    return HashCaches.isPrivate(field) ? FieldRole.CACHE : FieldRole.CONTENT;
  }

  private static boolean isInjected(Field field) {
    for (Annotation annotation : field.getDeclaredAnnotations()) {
      if (INJECTIONS.contains(annotation.annotationType().getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  // The declared type names the listeners also as component or as type argument.
  private static boolean isListener(Field field) {
    if (isListener(field.getType().getName())) {
      return field.getType().isInterface() || field.getType().isArray();
    }
    try {
      Matcher names = TYPE_NAME.matcher(field.getGenericType().getTypeName());
      while (names.find()) {
        if (isListener(names.group())) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException | LinkageError missing) {
      return false;
    }
  }

  private static boolean isListener(String typeName) {
    String name = typeName.endsWith(";") ? typeName.substring(0, typeName.length() - 1) : typeName;
    return name.endsWith("Listener") || name.endsWith("Observer");
  }

  private static boolean isResourceOfException(Field field) {
    return Throwable.class.isAssignableFrom(field.getDeclaringClass())
        && Closeable.class.isAssignableFrom(field.getType());
  }

  private static boolean isPosition(Field field) {
    Class<?> type = field.getType();
    boolean isWhole =
        type == int.class
            || type == long.class
            || type == short.class
            || type == byte.class
            || type == Integer.class
            || type == Long.class
            || type == Short.class
            || type == Byte.class;
    // The last word of the name: rowNumber, lineIndex.
    String name = field.getName();
    String last = name.replaceAll("^.*(?<=[a-z0-9])(?=[A-Z][a-z0-9]*$)|^.*_(?=[^_]+$)", "");
    return isWhole
        && (POSITIONS.contains(name.replace("_", "").toLowerCase(Locale.ROOT))
            || POSITIONS.contains(last.toLowerCase(Locale.ROOT)));
  }
}
