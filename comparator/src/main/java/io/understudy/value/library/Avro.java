package io.understudy.value.library;

import io.understudy.value.Scalar;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.SchemaShapes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shapes of Avro records, specific and generic: records of the fields in the schema. */
final class Avro {
  private Avro() {}

  static Shape of(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    Function<Object, @Nullable Object> schema = Accessors.method(api, "getSchema");
    BiFunction<Object, Object, @Nullable Object> get = Accessors.method(api, "get", int.class);
    Class<?> schemas = schemaType(api);
    Function<Object, @Nullable Object> fields = Accessors.method(schemas, "getFields");
    Class<?> field = Class.forName("org.apache.avro.Schema$Field", false, schemas.getClassLoader());
    Function<Object, @Nullable Object> name = Accessors.method(field, "name");
    SchemaShapes shapes = new SchemaShapes();
    Function<Object, Shape> make =
        of -> record(type.getName(), Accessors.list(fields.apply(of)), name, get);
    return ShapeFactory.perObject(
        type.getName(), false, record -> shapes.of(Accessors.present(schema.apply(record)), make));
  }

  private static Class<?> schemaType(Class<?> api) throws NoSuchMethodException {
    return api.getMethod("getSchema").getReturnType();
  }

  private static Shape record(
      String typeName,
      List<Object> fields,
      Function<Object, @Nullable Object> name,
      BiFunction<Object, Object, @Nullable Object> get) {
    List<String> names = new ArrayList<>();
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Integer at = i;
      names.add(String.valueOf(name.apply(fields.get(i))));
      accessors.add(record -> get.apply(record, at));
    }
    return ShapeFactory.record(typeName, Collections.unmodifiableList(names), accessors);
  }

  static Shape fixed(Class<?> type, Class<?> api, Set<String> names)
      throws ReflectiveOperationException {
    return ShapeFactory.standIn(type.getName(), Accessors.method(api, "bytes"));
  }

  static @Nullable Shape symbol(Class<?> type, Class<?> api, Set<String> names) {
    return ShapeFactory.scalar(type, Scalar.ENUM, Object::toString);
  }
}
