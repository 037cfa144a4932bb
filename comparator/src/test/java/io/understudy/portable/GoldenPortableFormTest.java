package io.understudy.portable;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.named.NamedShapes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Documents of version 1. Every later version must read them with the same meaning, and a value
 * whose types are the same in every JDK must still be written so.
 */
class GoldenPortableFormTest {
  private static final String GOLDEN = "golden-1.txt";

  /** The values whose bytes do not depend on the supertypes that a JDK class has. */
  private static Map<String, Object> stable() {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Object> scalars = PortableSamples.exactScalars();
    for (int i = 0; i < scalars.size(); i++) {
      values.put("scalar-" + i + "-" + scalars.get(i).getClass().getSimpleName(), scalars.get(i));
    }
    PortableSamples.Node node = new PortableSamples.Node("root", 3);
    node.left = node;
    node.right = new Object[] {node, new int[] {1, -1}, new byte[] {7}, null};
    values.put("graph", node);
    return values;
  }

  private static Map<String, Object> changing() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("constant", RoundingMode.HALF_EVEN);
    List<Object> objects = PortableSamples.objects();
    for (int i = 1; i < 7; i++) {
      values.put("object-" + i, objects.get(i));
    }
    return values;
  }

  private static Map<String, byte[]> golden() throws IOException {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GoldenPortableFormTest.class.getResourceAsStream(GOLDEN)),
                StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", 2);
        documents.put(parts[0], new BigInteger(parts[1], 16).toByteArray());
      }
    }
    return documents;
  }

  @Test
  void goldenDocumentsKeepTheirMeaning() throws IOException, PortableFormException {
    Differ exact = Differ.with(Rules.builder().mode(ComparisonMode.EXACT).build());
    Map<String, byte[]> documents = golden();
    Map<String, Object> values = stable();
    values.putAll(changing());

    assertThat(documents.keySet()).containsExactlyElementsOf(values.keySet());
    for (Map.Entry<String, Object> each : values.entrySet()) {
      Object read =
          PortableReader.read(
              Objects.requireNonNull(documents.get(each.getKey())),
              PortableLimits.DEFAULT,
              new NamedShapes());
      assertThat(exact.compare(each.getValue(), read).differences()).as(each.getKey()).isEmpty();
    }
  }

  @Test
  void writtenFormIsTheGoldenOne() throws IOException, PortableFormException {
    Map<String, byte[]> documents = golden();

    for (Map.Entry<String, Object> each : stable().entrySet()) {
      assertThat(PortableWriter.write(each.getValue(), PortableLimits.DEFAULT))
          .as(each.getKey())
          .isEqualTo(documents.get(each.getKey()));
    }
  }

  /** Prints the lines of a golden file for this version. */
  static List<String> lines() throws PortableFormException {
    Map<String, Object> values = stable();
    values.putAll(changing());
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Object> each : values.entrySet()) {
      byte[] bytes = PortableWriter.write(each.getValue(), PortableLimits.DEFAULT);
      // The version byte is not zero, so the number has the length of the document.
      lines.add(each.getKey() + " " + new BigInteger(1, bytes).toString(16));
    }
    return lines;
  }

  public static void main(String[] arguments) throws PortableFormException {
    System.out.println(String.join("\n", lines()));
  }
}
