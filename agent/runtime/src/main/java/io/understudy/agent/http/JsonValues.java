package io.understudy.agent.http;

import io.understudy.value.Kind;
import io.understudy.value.named.KeyOrder;
import io.understudy.value.named.NamedShape;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.named.ShapeOutline;
import io.understudy.value.shape.Frozen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values that can be compared from a parsed JSON document: an object becomes a record, or a
 * map where the control has one. Thread-safe.
 */
final class JsonValues {
  private static final ShapeOutline LIST =
      ShapeOutline.builder(Kind.LIST, "JSON array").collection(false, false, KeyOrder.NONE).build();
  private static final ShapeOutline SET =
      ShapeOutline.builder(Kind.SET, "JSON array").collection(false, false, KeyOrder.NONE).build();
  private static final ShapeOutline BAG =
      ShapeOutline.builder(Kind.SET, "JSON array").collection(false, true, KeyOrder.NONE).build();
  private static final ShapeOutline MAP =
      ShapeOutline.builder(Kind.MAP, "JSON object").collection(false, false, KeyOrder.NONE).build();

  private final NamedShapes shapes;

  JsonValues(NamedShapes shapes) {
    this.shapes = shapes;
  }

  /** Makes a value. */
  @Nullable Object of(@Nullable Object json, AnswerGuide guide) {
    if (json instanceof Map) {
      return guide.isMap() ? map((Map<?, ?>) json, guide) : record((Map<?, ?>) json, guide);
    }
    if (json instanceof List) {
      return list((List<?>) json, guide);
    }
    if (json instanceof BigDecimal) {
      return GuidedScalars.number((BigDecimal) json, guide);
    }
    if (!(json instanceof String)) {
      return json;
    }
    return guide.isBytes() ? bytes((String) json) : GuidedScalars.text((String) json, guide);
  }

  private Frozen record(Map<?, ?> json, AnswerGuide guide) {
    List<String> names = new ArrayList<>();
    @Nullable Object[] parts = new @Nullable Object[json.size()];
    for (Map.Entry<?, ?> entry : json.entrySet()) {
      String name = (String) entry.getKey();
      parts[names.size()] = of(entry.getValue(), guide.part(name));
      names.add(name);
    }
    return filled(ShapeOutline.builder(Kind.RECORD, "JSON object").names(names).build(), parts);
  }

  private Frozen map(Map<?, ?> json, AnswerGuide guide) {
    @Nullable Object[] slots = new @Nullable Object[2 * json.size()];
    int i = 0;
    for (Map.Entry<?, ?> entry : json.entrySet()) {
      String key = (String) entry.getKey();
      slots[i++] = key;
      slots[i++] = of(entry.getValue(), guide.part(key));
    }
    return filled(MAP, slots);
  }

  private Frozen list(List<?> json, AnswerGuide guide) {
    @Nullable Object[] elements = new @Nullable Object[json.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = of(json.get(i), guide.elements());
    }
    return filled(guide.isBag() ? BAG : guide.isSet() ? SET : LIST, elements);
  }

  /** The bytes of a text in Base64; the text itself if it is not exactly that. */
  private Object bytes(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      boolean isCanonical = Base64.getEncoder().encodeToString(decoded).equals(text);
      return isCanonical ? filled(LIST, decoded) : text;
    } catch (IllegalArgumentException other) {
      return text;
    }
  }

  private Frozen filled(ShapeOutline outline, Object parts) {
    NamedShape shape = shapes.of(outline);
    Frozen made = shape.create();
    shape.fillParts(made, parts);
    return made;
  }
}
