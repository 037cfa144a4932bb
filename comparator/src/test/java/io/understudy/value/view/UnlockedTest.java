package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Vector;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnlockedTest {
  private static final UnlockedCases CASES = new UnlockedCases();

  static Stream<String> cases() {
    return CASES.collections().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void contentsAreRead(String name) {
    Object collection = CASES.collections().get(name);

    assertThat(collection).isNotNull();
    assertThat(UnlockedCases.read(collection)).isEqualTo(CASES.expected(name));
  }

  @Test
  void contentsAreReadByFieldsWherePackagesAreOpen() throws Exception {
    Assumptions.assumeFalse(System.getProperty("java.version", "").startsWith("1."));
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx128m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                UnlockedCases.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = text(process.getInputStream()).trim();

    assertThat(process.waitFor()).isZero();
    assertThat(output).isEqualTo(CASES.collections().size() + 1 + " cases");
  }

  private static String text(InputStream in) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      all.write(block, 0, read);
    }
    return new String(all.toByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void functionsOfAClassReadTheSame() {
    Vector<String> vector = new Vector<>(Arrays.asList("a", "b"));
    Function<Object, Collection<?>> elements = Unlocked.elementsOf(Vector.class);
    Properties properties = new Properties();
    properties.setProperty("k", "v");

    assertThat(new ArrayList<Object>(elements.apply(vector))).containsExactly("a", "b");
    assertThat(Unlocked.entriesOf(Properties.class).apply(properties)).hasToString("[k=v]");
  }

  /** The elements are those at the time of the call to {@code iterator}. */
  @Test
  void laterChangesShowInANewIterator() {
    Vector<String> vector = new Vector<>(Collections.singletonList("a"));
    Collection<?> elements = Unlocked.elements(vector);
    vector.add("b");

    assertThat(elements.size()).isEqualTo(2);
    assertThat(new ArrayList<Object>(elements)).containsExactly("a", "b");
  }

  @Test
  void sublistOfAChangedVectorIsReported() {
    Vector<String> vector = new Vector<>(Arrays.asList("a", "b", "c"));
    Collection<?> sublist = Unlocked.elements(vector.subList(0, 2));
    vector.add("d");

    assertThatThrownBy(() -> new ArrayList<Object>(sublist))
        .isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void iteratorEndsWithAnException() {
    Iterator<?> each = Unlocked.elements(new Vector<>()).iterator();

    assertThat(each.hasNext()).isFalse();
    assertThatThrownBy(each::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void insideOfAWrapper() {
    List<String> list = new ArrayList<>();
    Function<Object, @Nullable Object> inside =
        Unlocked.insideOf(Collections.synchronizedList(list).getClass());

    if (inside != null) { // Only where the package is open.
      assertThat(inside.apply(Collections.synchronizedList(list))).isSameAs(list);
    }
    assertThat(Unlocked.insideOf(ArrayList.class)).isNull();
    assertThat(Unlocked.insideOf(UnlockedTest.class)).isNull();
  }
}
