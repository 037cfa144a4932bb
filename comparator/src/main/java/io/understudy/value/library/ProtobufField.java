package io.understudy.value.library;

import io.understudy.value.shape.Accessors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Protobuf field descriptors. */
final class ProtobufField {
  private final Function<Object, @Nullable Object> jsonName;
  private final Function<Object, @Nullable Object> fullName;
  private final Function<Object, @Nullable Object> type;
  private final Function<Object, @Nullable Object> repeated;
  private final Function<Object, @Nullable Object> map;
  private final Function<Object, @Nullable Object> extension;
  private final Function<Object, @Nullable Object> presence;
  private final Function<Object, @Nullable Object> bytes;

  ProtobufField(Class<?> descriptor) throws ReflectiveOperationException {
    jsonName = Accessors.method(descriptor, "getJsonName");
    fullName = Accessors.method(descriptor, "getFullName");
    type = Accessors.method(descriptor, "getType");
    repeated = Accessors.method(descriptor, "isRepeated");
    map = Accessors.method(descriptor, "isMapField");
    extension = Accessors.method(descriptor, "isExtension");
    presence = Accessors.method(descriptor, "hasPresence");
    bytes =
        Accessors.method(
            Class.forName("com.google.protobuf.MessageLite", false, descriptor.getClassLoader()),
            "toByteArray");
  }

  String jsonName(Object field) {
    return String.valueOf(jsonName.apply(field));
  }

  String fullName(Object field) {
    return String.valueOf(fullName.apply(field));
  }

  boolean isRepeated(Object field) {
    return Boolean.TRUE.equals(repeated.apply(field));
  }

  boolean isMap(Object field) {
    return Boolean.TRUE.equals(map.apply(field));
  }

  boolean isExtension(Object field) {
    return Boolean.TRUE.equals(extension.apply(field));
  }

  boolean hasPresence(Object field) {
    return Boolean.TRUE.equals(presence.apply(field));
  }

  /** Whether the field is unsigned; Java keeps it in a signed type, which may be negative. */
  boolean isUnsigned(Object field) {
    String name = String.valueOf(type.apply(field));
    return name.startsWith("UINT") || name.startsWith("FIXED");
  }

  /** The encoded form of a message. */
  Object bytes(Object message) {
    return Accessors.present(bytes.apply(message));
  }
}
