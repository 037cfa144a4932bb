package io.understudy.value.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.BoolValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.MessageLite;
import com.google.protobuf.MessageLiteOrBuilder;
import com.google.protobuf.Mixin;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.TextFormat;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import io.understudy.value.view.StandardShapes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtobufShapesTest {
  private static final String FILE =
      "name: 'm.proto' package: 'acme'"
          + " message_type {"
          + "   name: 'M'"
          + "   field { name: 'small_id' number: 1 type: TYPE_UINT32 label: LABEL_OPTIONAL }"
          + "   field { name: 'ids' number: 2 type: TYPE_FIXED64 label: LABEL_REPEATED }"
          + "   field { name: 'counts' number: 3 type: TYPE_MESSAGE label: LABEL_REPEATED"
          + "           type_name: '.acme.M.CountsEntry' }"
          + "   field { name: 'note' number: 4 type: TYPE_STRING label: LABEL_OPTIONAL }"
          + "   nested_type { name: 'CountsEntry' options { map_entry: true }"
          + "     field { name: 'key' number: 1 type: TYPE_UINT64 label: LABEL_OPTIONAL }"
          + "     field { name: 'value' number: 2 type: TYPE_UINT32 label: LABEL_OPTIONAL } }"
          + "   extension_range { start: 100 end: 200 }"
          + " }"
          + " extension { name: 'tag' number: 100 type: TYPE_STRING label: LABEL_OPTIONAL"
          + "             extendee: '.acme.M' }";

  private static final FileDescriptor DESCRIPTOR = descriptor();
  private static final Descriptor M = DESCRIPTOR.findMessageTypeByName("M");

  private static FileDescriptor descriptor() {
    try {
      FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
      TextFormat.merge(FILE, file);
      return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
    } catch (Exception wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static DynamicMessage.Builder message() {
    return DynamicMessage.newBuilder(M);
  }

  private static FieldDescriptor field(String name) {
    return M.findFieldByName(name);
  }

  private static DynamicMessage count(long key, int value) {
    Descriptor entry = M.findNestedTypeByName("CountsEntry");
    return DynamicMessage.newBuilder(entry)
        .setField(entry.findFieldByName("key"), key)
        .setField(entry.findFieldByName("value"), value)
        .build();
  }

  private static final class Lite implements MessageLiteOrBuilder {
    @Override
    public MessageLite getDefaultInstanceForType() {
      return Mixin.getDefaultInstance();
    }

    @Override
    public boolean isInitialized() {
      return true;
    }
  }

  private static Value number(double value) {
    return Value.newBuilder().setNumberValue(value).build();
  }

  static Stream<Arguments> wellKnownTypes() {
    Value none = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    return Stream.of(
        Arguments.of(
            Timestamp.newBuilder().setSeconds(1).setNanos(2).build(),
            "INSTANT 1970-01-01T00:00:01.000000002Z"),
        Arguments.of(Timestamp.getDefaultInstance(), "INSTANT 1970-01-01T00:00:00Z"),
        Arguments.of(
            Duration.newBuilder().setSeconds(-1).setNanos(-500_000_000).build(),
            "java.time.Duration PT-1.5S"),
        Arguments.of(Int64Value.of(-5), "NUMBER -5"),
        Arguments.of(UInt32Value.of(-1), "NUMBER 4294967295"),
        Arguments.of(UInt64Value.of(-1), "NUMBER 18446744073709551615"),
        Arguments.of(UInt64Value.of(7), "NUMBER 7"),
        Arguments.of(DoubleValue.of(2.5), "NUMBER 2.5"),
        Arguments.of(BoolValue.of(true), "BOOLEAN true"),
        Arguments.of(StringValue.of("a"), "TEXT a"),
        Arguments.of(BytesValue.of(ByteString.copyFrom(new byte[] {1, -1})), "[1, -1]"),
        Arguments.of(
            Struct.newBuilder().putFields("a", number(1)).putFields("n", none).build(),
            "{a = 1.0, n = none}"),
        Arguments.of(
            ListValue.newBuilder().addValues(number(1)).addValues(none).build(), "[1.0, none]"),
        Arguments.of(Value.newBuilder().setStringValue("s").build(), "TEXT s"),
        Arguments.of(Value.newBuilder().setBoolValue(false).build(), "BOOLEAN false"),
        Arguments.of(none, "none"),
        Arguments.of(Value.getDefaultInstance(), "none"));
  }

  @ParameterizedTest
  @MethodSource("wellKnownTypes")
  void wellKnownTypeIsReadAsItsMeaning(Object message, String expected) {
    assertThat(ShapeText.of(message)).isEqualTo(expected);
  }

  @Test
  void fieldsInOrderOfTheDescriptor() {
    assertThat(ShapeText.of(message().build()))
        .isEqualTo("{smallId: null, ids: [], counts: {}, note: null}");
    assertThat(ShapeText.of(message().setField(field("note"), "").build()))
        .isEqualTo("{smallId: null, ids: [], counts: {}, note: }");
  }

  @Test
  void unsignedNumbersAreNotNegative() {
    assertThat(
            ShapeText.of(
                message()
                    .setField(field("small_id"), -2)
                    .addRepeatedField(field("ids"), -1L)
                    .addRepeatedField(field("ids"), 3L)
                    .addRepeatedField(field("counts"), count(-1L, -1))
                    .addRepeatedField(field("counts"), count(0L, 0))
                    .build()))
        .isEqualTo(
            "{smallId: 4294967294, ids: [18446744073709551615, 3],"
                + " counts: {18446744073709551615 = 4294967295, 0 = 0}, note: null}");
  }

  @Test
  void extensionIsAPartWithItsFullName() {
    assertThat(ShapeText.of(message().setField(DESCRIPTOR.findExtensionByName("tag"), "t").build()))
        .isEqualTo("{smallId: null, ids: [], counts: {}, note: null, [acme.tag]: t}");
  }

  @Test
  void builderIsReadLikeItsMessage() {
    DynamicMessage.Builder builder = message().setField(field("note"), "n");

    assertThat(ShapeText.of(builder)).isEqualTo(ShapeText.of(builder.build()));
    assertThat(StandardShapes.ofInstances(DynamicMessage.class).sharable()).isTrue();
    assertThat(StandardShapes.ofInstances(DynamicMessage.Builder.class).sharable()).isFalse();
  }

  @Test
  void bytesAndEnumConstants() {
    assertThat(ShapeText.of(ByteString.copyFromUtf8("a"))).isEqualTo("[97]");
    assertThat(ShapeText.of(ByteString.EMPTY)).isEqualTo("[]");
    assertThat(ShapeText.of(FieldDescriptorProto.Type.TYPE_BOOL.getValueDescriptor()))
        .isEqualTo("ENUM TYPE_BOOL");
    assertThat(ShapeText.of(FieldDescriptorProto.Type.TYPE_BOOL)).isEqualTo("ENUM TYPE_BOOL");
  }

  @Test
  void liteMessageIsOpaque() {
    assertThat(ShapeText.of(new Lite()))
        .isEqualTo(
            "uncapturable: "
                + Lite.class.getName()
                + " is a lite Protobuf message, which does not tell its fields");
  }
}
