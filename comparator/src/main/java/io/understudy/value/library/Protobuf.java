package io.understudy.value.library;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.SchemaShapes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of Protobuf messages, generated and dynamic, and their builders. They are records of
 * the fields in the descriptor, by JSON name ({@code unitPrice} for {@code unit_price}).
 *
 * <p>A field with presence that is not set is null. A set extension has the name {@code
 * [full.name]}. Fields that are not in the descriptor are one part with the name {@code (unknown)}.
 * Well-known types stand for their meaning.
 */
final class Protobuf {
  private static final String PACKAGE = "google.protobuf.";

  private final Function<Object, @Nullable Object> descriptor;
  private final Function<Object, @Nullable Object> allFields;
  private final Function<Object, @Nullable Object> unknownFields;
  private final BiFunction<Object, Object, @Nullable Object> field;
  private final BiFunction<Object, Object, @Nullable Object> hasField;
  private final Function<Object, @Nullable Object> fields;
  private final Function<Object, @Nullable Object> fullName;
  private final ProtobufField of;
  private final SchemaShapes shapes = new SchemaShapes();
  private final String typeName;

  private Protobuf(Class<?> type, Class<?> api) throws ReflectiveOperationException {
    typeName = type.getName();
    descriptor = Accessors.method(api, "getDescriptorForType");
    allFields = Accessors.method(api, "getAllFields");
    unknownFields = Accessors.method(api, "getUnknownFields");
    Class<?> ofField = api.getMethod("hasField", fieldType(api)).getParameterTypes()[0];
    field = Accessors.method(api, "getField", ofField);
    hasField = Accessors.method(api, "hasField", ofField);
    Class<?> ofType = api.getMethod("getDescriptorForType").getReturnType();
    fields = Accessors.method(ofType, "getFields");
    fullName = Accessors.method(ofType, "getFullName");
    of = new ProtobufField(ofField);
  }

  private static Class<?> fieldType(Class<?> api) throws ClassNotFoundException {
    return Class.forName(
        "com.google.protobuf.Descriptors$FieldDescriptor", false, api.getClassLoader());
  }

  static Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Protobuf messages = new Protobuf(type, api);
    boolean unchanging = names.contains("com.google.protobuf.Message");
    return ShapeFactory.perObject(type.getName(), unchanging, messages::shape);
  }

  static Shape bytes(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.sharableStandIn(type.getName(), Accessors.method(api, "toByteArray"));
  }

  static Shape constant(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> name = Accessors.method(api, "getName");
    return ShapeFactory.scalar(type, Scalar.ENUM, constant -> String.valueOf(name.apply(constant)));
  }

  /** A message of the lite runtime, which has no descriptor, is opaque. */
  static Shape lite(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.opaque(
        type.getName(),
        type.getName() + " is a lite Protobuf message, which does not tell its fields");
  }

  private Shape shape(Object message) {
    Object type = Accessors.present(descriptor.apply(message));
    String name = String.valueOf(fullName.apply(type));
    if (name.startsWith(PACKAGE)) {
      Function<Object, @Nullable Object> meaning = wellKnown(name.substring(PACKAGE.length()));
      if (meaning != null) {
        return ShapeFactory.standIn(typeName, meaning);
      }
    }
    List<Object> more = more(message);
    return more.isEmpty() ? shapes.of(type, this::record) : extended(type, more);
  }

  private List<Object> declared(Object type) {
    return Accessors.list(fields.apply(type));
  }

  private Shape record(Object type) {
    return extended(type, Collections.emptyList());
  }

  private Shape extended(Object type, List<Object> more) {
    List<String> names = new ArrayList<>();
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (Object each : declared(type)) {
      names.add(of.jsonName(each));
      accessors.add(message -> value(message, each));
    }
    for (Object extension : more) {
      boolean unknown = extension == unknownFields;
      names.add(unknown ? "(unknown)" : "[" + of.fullName(extension) + "]");
      accessors.add(message -> unknown ? unknown(message) : value(message, extension));
    }
    return ShapeFactory.record(typeName, Collections.unmodifiableList(names), accessors);
  }

  /** The extensions that are set; {@link #unknownFields} itself if there are unknown fields. */
  private List<Object> more(Object message) {
    List<Object> more = new ArrayList<>(0);
    for (Object set : Accessors.map(allFields.apply(message)).keySet()) {
      if (of.isExtension(set)) {
        more.add(set);
      }
    }
    if (!isEmpty(unknown(message))) {
      more.add(unknownFields);
    }
    return more;
  }

  private static boolean isEmpty(Object bytes) {
    return ((byte[]) bytes).length == 0;
  }

  private Object unknown(Object message) {
    Object unknown = Accessors.present(unknownFields.apply(message));
    return of.bytes(unknown);
  }

  private @Nullable Object value(Object message, Object at) {
    if (of.isRepeated(at)) {
      List<Object> all = Accessors.list(field.apply(message, at));
      return of.isMap(at) ? entries(all) : of.isUnsigned(at) ? unsigned(all) : all;
    }
    if (of.hasPresence(at) && !Boolean.TRUE.equals(hasField.apply(message, at))) {
      return null;
    }
    Object value = field.apply(message, at);
    return value != null && of.isUnsigned(at) ? unsigned(value) : value;
  }

  private static List<Object> unsigned(List<Object> all) {
    List<Object> values = new ArrayList<>(all.size());
    all.forEach(value -> values.add(unsigned(value)));
    return values;
  }

  private static Object unsigned(Object value) {
    if (value instanceof Integer) {
      return Integer.toUnsignedLong((Integer) value);
    }
    return value instanceof Long && (Long) value < 0
        ? new BigInteger(Long.toUnsignedString((Long) value))
        : value;
  }

  /** A map field, given as a list of messages with a key and a value. */
  private Map<Object, @Nullable Object> entries(List<Object> all) {
    Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
    for (Object entry : all) {
      List<Object> both = declared(Accessors.present(descriptor.apply(entry)));
      // Presence is ignored: a map has a value even if it is the default value.
      Object key = Accessors.present(field.apply(entry, both.get(0)));
      Object value = Accessors.present(field.apply(entry, both.get(1)));
      entries.put(
          of.isUnsigned(both.get(0)) ? unsigned(key) : key,
          of.isUnsigned(both.get(1)) ? unsigned(value) : value);
    }
    return entries;
  }

  private @Nullable Function<Object, @Nullable Object> wellKnown(String name) {
    switch (name) {
      case "Timestamp":
        return at -> Instant.ofEpochSecond((Long) number(at, 0), (Integer) number(at, 1));
      case "Duration":
        return of -> Duration.ofSeconds((Long) number(of, 0), (Integer) number(of, 1));
      case "DoubleValue":
      case "FloatValue":
      case "Int64Value":
      case "UInt64Value":
      case "Int32Value":
      case "UInt32Value":
      case "BoolValue":
      case "StringValue":
      case "BytesValue":
      case "Struct":
      case "ListValue":
        return wrapper -> value(wrapper, declared(descriptorOf(wrapper)).get(0));
      case "Value":
        return this::dynamic;
      default:
        return null;
    }
  }

  private Object descriptorOf(Object message) {
    return Accessors.present(descriptor.apply(message));
  }

  private Object number(Object message, int i) {
    return Accessors.present(field.apply(message, declared(descriptorOf(message)).get(i)));
  }

  /** The content of a dynamically typed Value; its first field means null. */
  private @Nullable Object dynamic(Object value) {
    List<Object> kinds = declared(descriptorOf(value));
    for (Object kind : kinds.subList(1, kinds.size())) {
      if (Boolean.TRUE.equals(hasField.apply(value, kind))) {
        return field.apply(value, kind);
      }
    }
    return null;
  }
}
