package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.TabularType;
import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.directory.BasicAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of values of JNDI and JMX that have elements.
 *
 * <p>This class is loaded only when one of them occurs, because not every JVM has the modules.
 */
final class NamingTypes {
  private NamingTypes() {}

  /** The shape of a reference or attribute of JNDI; null if the class is none of these. */
  static @Nullable Shape ofNaming(Class<?> type) throws ReflectiveOperationException {
    if (type == Reference.class) {
      return new Parts(type)
          .named("className", "factoryClassName", "factoryClassLocation")
          .with("addresses", live -> Collections.list(((Reference) live).getAll()))
          .changing(type);
    }
    return type == BasicAttribute.class
        ? new Parts(type)
            .named("ID", "ordered")
            .with("values", live -> values((BasicAttribute) live))
            .changing(type)
        : null;
  }

  private static Object values(BasicAttribute attribute) {
    List<@Nullable Object> values = new ArrayList<>();
    try {
      for (int i = 0; i < attribute.size(); i++) {
        values.add(attribute.get(i));
      }
    } catch (NamingException checked) {
      throw new Accessors.UnreadableException(checked);
    }
    return values;
  }

  /**
   * The shape of an open type or of composite data of JMX; null for every other class. The equals
   * of an open type ignores its description.
   */
  static @Nullable Shape ofManagement(Class<?> type) throws ReflectiveOperationException {
    if (type == CompositeDataSupport.class) {
      return new Parts(type)
          .named("compositeType")
          .with("contents", live -> contents((CompositeDataSupport) live))
          .changing(type);
    }
    if (type == CompositeType.class) {
      return new Parts(type)
          .named("typeName", "description")
          .with("items", live -> items((CompositeType) live))
          .changing(type);
    }
    if (type == TabularType.class) {
      return new Parts(type)
          .named("typeName", "description", "rowType", "indexNames")
          .changing(type);
    }
    return type == ArrayType.class
        ? new Parts(type)
            .named("dimension", "elementOpenType", "primitiveArray", "description")
            .changing(type)
        : null;
  }

  private static Object items(CompositeType type) {
    Map<String, Object> items = new LinkedHashMap<>();
    for (String key : new TreeSet<>(type.keySet())) {
      items.put(key, Arrays.asList(type.getDescription(key), type.getType(key)));
    }
    return items;
  }

  private static Object contents(CompositeDataSupport data) {
    Map<String, @Nullable Object> contents = new LinkedHashMap<>();
    for (String key : new TreeSet<>(data.getCompositeType().keySet())) {
      contents.put(key, data.get(key));
    }
    return contents;
  }
}
