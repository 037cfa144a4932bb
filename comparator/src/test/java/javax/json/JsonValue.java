package javax.json;

/** The part of JSON-P 1.x that the comparator reads. */
public interface JsonValue {
  /** The sorts of values. */
  enum ValueType {
    ARRAY,
    OBJECT,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL
  }

  ValueType getValueType();
}
