package io.understudy.value.standard;

import io.understudy.value.Scalar;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Parameter;
import java.security.Permission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Immutable types of the JDK that are compared by a text, because their {@code equals} compares
 * identities, class loaders or only a part of the content. The text contains the whole content.
 */
final class TextTypes {
  private static final String LEVEL = "java.util.logging.Level";

  private static final Map<String, UnaryOperator<Object>> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("java.lang.Character$UnicodeBlock", Object::toString);
    TEXTS.put("java.lang.Module", Object::toString);
    TEXTS.put("java.lang.Package", named -> ((Package) named).getName());
    TEXTS.put("java.lang.reflect.Parameter", TextTypes::parameter);
    TEXTS.put("java.security.Permission", TextTypes::permission);
    TEXTS.put("java.util.Locale$LanguageRange", TextTypes::range);
    TEXTS.put("java.util.jar.Attributes$Name", Object::toString);
    TEXTS.put(LEVEL, TextTypes::level);
  }

  private TextTypes() {}

  /** The shape of {@link TextValue}. */
  static Shape kept() {
    return ShapeFactory.scalar(TextValue.class, Scalar.OTHER, UnaryOperator.identity());
  }

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) {
    if (type.getName().equals("java.security.UnresolvedPermission")) {
      return null; // It also has certificates.
    }
    if (Member.class.isAssignableFrom(type)) {
      // No value to share: setAccessible changes it.
      return ShapeFactory.standIn(
          type.getName(), live -> new TextValue(type.getName(), live.toString()));
    }
    for (Map.Entry<String, UnaryOperator<Object>> text : TEXTS.entrySet()) {
      Class<?> base = Supertypes.named(type, text.getKey());
      if (base != null) {
        return ShapeFactory.scalar(type, base, text.getValue());
      }
    }
    return null;
  }

  // The names of parameters may be unknown; then they contain the index.
  private static Object parameter(Object live) {
    Parameter parameter = (Parameter) live;
    Executable owner = parameter.getDeclaringExecutable();
    return parameter + " of " + owner;
  }

  private static Object permission(Object live) {
    Permission permission = (Permission) live;
    return permission.getClass().getName()
        + " "
        + permission.getName()
        + " ["
        + permission.getActions()
        + "]";
  }

  // On Java 8 its equals also compares whether the hash codes were computed.
  private static Object range(Object live) {
    Locale.LanguageRange range = (Locale.LanguageRange) live;
    return range.getRange() + ";q=" + range.getWeight();
  }

  private static Object level(Object live) {
    Object name = NamedMethods.call(live, LEVEL, "getName");
    return name + " (" + NamedMethods.call(live, LEVEL, "intValue") + ")";
  }
}
