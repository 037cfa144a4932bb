package io.understudy.value.library;

import io.understudy.value.Supertypes;
import io.understudy.value.Uncapturable;
import io.understudy.value.container.ContainerTypes;
import io.understudy.value.document.DomShapes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shapes of library types that are read by their meaning instead of their fields. The
 * libraries belong to the application, so a type is recognised by the names of its supertypes and
 * read through method handles of its own class loader. Stateless and thread-safe.
 */
final class LibraryTypes {
  private static final Map<String, ShapeMaker> BY_SUPERTYPE = new LinkedHashMap<>();

  static {
    put(Protobuf::of, "com.google.protobuf.MessageOrBuilder");
    put(Protobuf::bytes, "com.google.protobuf.ByteString");
    put(Protobuf::constant, "com.google.protobuf.Descriptors$EnumValueDescriptor");
    put(Protobuf::lite, "com.google.protobuf.MessageLiteOrBuilder");
    put(Avro::of, "org.apache.avro.generic.IndexedRecord");
    put(Avro::fixed, "org.apache.avro.generic.GenericFixed");
    put(Avro::symbol, "org.apache.avro.generic.GenericEnumSymbol");
    put(JsonTreeShapes::jackson, "com.fasterxml.jackson.databind.JsonNode");
    put(JsonTreeShapes::jackson, "tools.jackson.databind.JsonNode");
    put(JsonTreeShapes::jsonp, "javax.json.JsonValue", "jakarta.json.JsonValue");
    put(DomShapes::of, "org.w3c.dom.Node");
    put(Jaxb::element, "javax.xml.bind.JAXBElement", "jakarta.xml.bind.JAXBElement");
    put((type, api, names) -> XmlDates.of(type), "javax.xml.datatype.XMLGregorianCalendar");
    put((type, api, names) -> XmlDates.duration(type), "javax.xml.datatype.Duration");
    put((type, api, names) -> ShapeFactory.rowSet(type), "javax.sql.rowset.CachedRowSet");
    put(Money::amount, "javax.money.MonetaryAmount");
    put(Money::jodaAmount, "org.joda.money.BigMoneyProvider");
    put(Money::currency, "javax.money.CurrencyUnit");
    put(JodaTime::mutable, "org.joda.time.ReadableInstant");
    put(Kotlin::lazy, "kotlin.Lazy");
    put(Kotlin::number, "kotlin.UInt", "kotlin.ULong", "kotlin.UShort", "kotlin.UByte");
    put(Kotlin::duration, "kotlin.time.Duration");
    put(Kotlin::instant, "kotlin.time.Instant", "kotlinx.datetime.Instant");
    put(Vavr::either, "io.vavr.control.Either");
    put(Vavr::option, "io.vavr.control.Option");
    put(Vavr::lazy, "io.vavr.Lazy");
    put(Vavr::collection, "io.vavr.collection.Traversable");
    put(Guava::optional, "com.google.common.base.Optional");
    put(Guava::multimap, "com.google.common.collect.Multimap");
    put(Guava::table, "com.google.common.collect.Table");
  }

  private LibraryTypes() {}

  /** Makes the shapes of the subtypes of one library type. */
  private interface ShapeMaker {
    /**
     * The shape of a class; null if the class is read like a class of no library.
     *
     * @param api the library type
     * @param names the names of the class and all its supertypes
     */
    @Nullable Shape of(Class<?> type, Class<?> api, Set<String> names)
        throws ReflectiveOperationException, Uncapturable;
  }

  private static void put(ShapeMaker maker, String... names) {
    for (String name : names) {
      BY_SUPERTYPE.put(name, maker);
    }
  }

  /**
   * The shape of a library class; null for every other class.
   *
   * @param names the names of the class and all its supertypes
   */
  static @Nullable Shape of(Class<?> type, Set<String> names) {
    for (Map.Entry<String, ShapeMaker> maker : BY_SUPERTYPE.entrySet()) {
      if (names.contains(maker.getKey())) {
        Class<?> api = Supertypes.named(type, maker.getKey());
        if (api != null) {
          return of(type, api, names, maker.getValue());
        }
      }
    }
    Shape container = ContainerTypes.of(type, names);
    return container == null ? Kotlin.inline(type) : container;
  }

  private static @Nullable Shape of(
      Class<?> type, Class<?> api, Set<String> names, ShapeMaker maker) {
    try {
      return maker.of(type, api, names);
    } catch (Uncapturable unreadable) {
      return ShapeFactory.opaque(type.getName(), unreadable.reason());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
      // An unknown version of the library: opaque is safer than a wrong reading.
      return ShapeFactory.opaque(
          type.getName(),
          type.getName() + " cannot be read as a " + api.getName() + " of a known version");
    }
  }
}
