package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

/** The JSON settings of this package: each entry is one line, for any content of its texts. */
final class Json {
  /**
   * The greatest length of a line; a longer one is broken, so no file fills the reader's memory.
   * Bytes.
   */
  static final int MOST_LINE_BYTES = 8 << 20;

  /** The greatest number of names and values in a line, so that small parts fill no memory. */
  static final int MOST_TOKENS = 400_000;

  static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Two readers could take different values of a field that occurs twice.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .characterEscapes(new LineSeparators())
          .rootValueSeparator((String) null)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(200)
                  .maxStringLength(MOST_LINE_BYTES)
                  .maxNumberLength(2_000)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  private Json() {}

  /** Also escapes the line ends that JSON allows in a text but line-based tools do not. */
  private static final class LineSeparators extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    LineSeparators() {
      ascii[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return ch == 0x85 || ch == 0x2028 || ch == 0x2029
          ? new SerializedString(String.format("\\u%04x", ch))
          : null;
    }
  }
}
