package jakarta.json;

/** A version of JSON-P that the comparator does not support: it has no known method. */
public interface JsonValue {}
