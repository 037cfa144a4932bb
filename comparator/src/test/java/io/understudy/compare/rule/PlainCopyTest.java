package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainCopyTest {
  private static final class Line {
    final String sku = "A";
    final @Nullable Object note = null;
    final int[] counts = {1, 2};
  }

  private static void checkUncopyable(Object object, String reason) {
    assertThatThrownBy(() -> PlainCopy.of(object))
        .isInstanceOf(PlainCopy.UncopyableException.class)
        .hasMessage(reason);
  }

  @Test
  void recordBecomesAMapOfItsParts() throws Exception {
    Map<Object, Object> expected = new HashMap<>();
    expected.put("sku", "A");
    expected.put("note", null);
    expected.put("counts", Arrays.asList(1, 2));

    assertThat(PlainCopy.of(new Line())).isEqualTo(expected);
  }

  @Test
  void scalarsBecomeTheirPlainForm() throws Exception {
    assertThat(PlainCopy.of(null)).isNull();
    assertThat(PlainCopy.of(new StringBuilder("a"))).isEqualTo("a");
    assertThat(PlainCopy.of(new Date(0))).isEqualTo(new Date(0).toInstant());
    assertThat(PlainCopy.of(Thread.State.NEW)).isEqualTo("NEW");
  }

  @Test
  void optionalBecomesItsContent() throws Exception {
    assertThat(PlainCopy.of(Optional.of(Optional.of(1)))).isEqualTo(1);
    assertThat(PlainCopy.of(Optional.empty())).isNull();
  }

  @Test
  void copiesCannotBeChanged() throws Exception {
    List<?> list = (List<?>) PlainCopy.of(new ArrayList<>(Arrays.asList(1, 2)));
    Map<?, ?> map = (Map<?, ?>) PlainCopy.of(new HashMap<>(Collections.singletonMap("a", 1)));

    assertThat(list).isNotNull();
    assertThat(map).isNotNull();
    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sharedObjectsAndCyclesStay() throws Exception {
    List<Object> shared = new ArrayList<>();
    List<Object> ring = new ArrayList<>(Arrays.asList(shared, shared));
    ring.add(ring);

    List<?> copy = (List<?>) PlainCopy.of(ring);

    assertThat(copy).isNotNull();
    assertThat(copy.get(0)).isSameAs(copy.get(1));
    assertThat(copy.get(2)).isSameAs(copy);
  }

  @Test
  void depthIsLimited() throws Exception {
    assertThat(PlainCopy.of(nested(500))).isInstanceOf(List.class);
    checkUncopyable(nested(501), "it is deeper than 500 levels, or has more than 100000 objects");
  }

  private static Object nested(int levels) {
    Object nested = 1;
    for (int i = 0; i < levels; i++) {
      nested = Collections.singletonList(nested);
    }
    return nested;
  }

  @Test
  void sizeIsLimited() {
    checkUncopyable(Collections.nCopies(100_001, 1), "it has more than 100000 values");
    checkUncopyable(new byte[100_001], "it has more than 100000 values");
  }

  @Test
  void keysThatHaveTheSameCopyAreRefused() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("NEW", 1);
    map.put(Thread.State.NEW, 2);

    checkUncopyable(map, "it is a map in which two keys look the same");
  }

  @Test
  void opaqueObjectIsRefused() {
    assertThatThrownBy(() -> PlainCopy.of(Collections.singletonList(Thread.currentThread())))
        .isInstanceOf(PlainCopy.UncopyableException.class);
  }
}
