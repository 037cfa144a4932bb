package io.understudy.compare.walk;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Field;
import com.google.protobuf.Mixin;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.Value;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.util.Utf8;

/** Rows for messages of Protobuf and records of Avro. */
@SuppressWarnings({"unused", "UnusedVariable"})
final class MessageCases {
  private MessageCases() {}

  static void put(ViewCases cases) throws Exception {
    protobuf(cases);
    wellKnown(cases);
    avro(cases);
  }

  private static void protobuf(ViewCases cases) throws Exception {
    Mixin mixin = Mixin.newBuilder().setName("a").setRoot("r").build();
    cases.put("Protobuf message against a bean of its fields", mixin, new Mixed("a", "r"));
    cases.put(
        "Protobuf message against a dynamic one",
        mixin,
        DynamicMessage.parseFrom(Mixin.getDescriptor(), mixin.toByteArray()));
    cases.put("Protobuf message against its builder", mixin, mixin.toBuilder());
    cases.put(
        "Protobuf message against another value", mixin, mixin.toBuilder().setRoot("s").build());
    cases.put(
        "Protobuf field that cannot tell whether it was set, set to its default, against not set",
        Mixin.newBuilder().setName("").build(),
        Mixin.getDefaultInstance());
    cases.put(
        "Protobuf field that can tell whether it was set, set to its default, against not set",
        FieldDescriptorProto.newBuilder().setNumber(0).build(),
        FieldDescriptorProto.getDefaultInstance());
    cases.put(
        "Protobuf message against the same with an unknown field",
        mixin,
        mixin.toBuilder()
            .setUnknownFields(
                UnknownFieldSet.newBuilder()
                    .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                    .build())
            .build());
    cases.put(
        "Protobuf enum constant against its name",
        Field.newBuilder()
            .setKind(Field.Kind.TYPE_STRING)
            .build()
            .getField(Field.getDescriptor().findFieldByName("kind")),
        "TYPE_STRING");
    cases.put(
        "Protobuf options against the same with a repeated field",
        FieldOptions.getDefaultInstance(),
        FieldOptions.newBuilder()
            .addTargets(FieldOptions.OptionTargetType.TARGET_TYPE_FILE)
            .build());
    cases.put(
        "Protobuf bytes against byte array",
        ByteString.copyFrom(new byte[] {1, 2}),
        new byte[] {1, 2});
    cases.put(
        "ByteBuffer against byte array of what is left to read",
        ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2),
        new byte[] {1, 2});
  }

  private static void wellKnown(ViewCases cases) {
    cases.put(
        "Protobuf Timestamp against Instant",
        Timestamp.newBuilder().setSeconds(5).setNanos(7).build(),
        Instant.ofEpochSecond(5, 7));
    cases.put(
        "Protobuf Duration against Duration",
        com.google.protobuf.Duration.newBuilder().setSeconds(-1).setNanos(-5).build(),
        Duration.ofSeconds(-1, -5));
    cases.put("Protobuf StringValue against text", StringValue.of("a"), "a");
    cases.put("Protobuf UInt32Value of 2^32-1 against long", UInt32Value.of(-1), (1L << 32) - 1);
    Struct struct =
        Struct.newBuilder().putFields("a", Value.newBuilder().setStringValue("b").build()).build();
    cases.put("Protobuf Struct against map", struct, Collections.singletonMap("a", "b"));
    cases.put(
        "Protobuf Value of text \"1\" against Protobuf Value of number 1",
        Value.newBuilder().setStringValue("1").build(),
        Value.newBuilder().setNumberValue(1).build());
  }

  private static void avro(ViewCases cases) {
    Schema schema =
        SchemaBuilder.record("Line")
            .fields()
            .requiredString("name")
            .requiredString("root")
            .endRecord();
    GenericData.Record record = new GenericData.Record(schema);
    record.put("name", new Utf8("a"));
    record.put("root", "r");
    cases.put("Avro record against a bean of its fields", record, new Mixed("a", "r"));
    cases.put("Avro record against another value", record, new Mixed("a", "s"));
    cases.put(
        "Avro enum symbol against its name",
        new GenericData.EnumSymbol(
            Schema.createEnum("E", null, null, Collections.singletonList("A")), "A"),
        "A");
    cases.put(
        "Avro fixed against byte array",
        new GenericData.Fixed(Schema.createFixed("F", null, null, 2), new byte[] {1, 2}),
        new byte[] {1, 2});
  }

  private static final class Mixed {
    final String name;
    final String root;

    Mixed(String name, String root) {
      this.name = name;
      this.root = root;
    }
  }
}
