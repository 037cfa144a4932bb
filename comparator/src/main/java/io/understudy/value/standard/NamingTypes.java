package io.understudy.value.standard;

import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.directory.BasicAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of values of JNDI that have elements.
 *
 * <p>This class is loaded only when one of them occurs, because not every JVM has the module.
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
}
