package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Views and the collections behind them, as arguments together and alone. */
@SuppressWarnings("unchecked")
class ViewsTest {
  private static Object[] copies(Object... arguments) throws Uncapturable {
    return new Copier().copy(arguments, new Meter(Bounds.DEFAULT));
  }

  private static List<Object> numbers(int size) {
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(new Date(i));
    }
    return numbers;
  }

  @Test
  void subListAndItsListStayTogetherInEitherOrder() throws Uncapturable {
    List<Object> list = numbers(10);
    for (Object[] copies :
        new Object[][] {
          copies(list, list.subList(2, 5)),
          swapped(copies(list.subList(2, 5), list)),
          copies(list, new Object[] {list.subList(1, 6).subList(1, 4)})
        }) {
      List<Object> copy = (List<Object>) copies[0];
      List<Object> part =
          (List<Object>) (copies[1] instanceof Object[] ? ((Object[]) copies[1])[0] : copies[1]);
      assertThat(part.get(0)).isSameAs(copy.get(2)).isEqualTo(new Date(2));
      part.remove(0);
      assertThat(copy).hasSize(9).doesNotContain(new Date(2));
    }
    assertThat(list).hasSize(10);
  }

  private static Object[] swapped(Object[] pair) {
    return new Object[] {pair[1], pair[0]};
  }

  @Test
  void twoPartsOfOneListStayTogether() throws Uncapturable {
    List<Object> list = numbers(10);
    Object[] copies = copies(list.subList(0, 5), list.subList(5, 10));
    ((List<Object>) copies[0]).set(4, "x");
    assertThat((List<Object>) copies[1]).hasSize(5).doesNotContain("x");
    Object[] overlapping = copies(list.subList(0, 5), list.subList(4, 10));
    ((List<Object>) overlapping[0]).set(4, "x");
    assertThat(((List<Object>) overlapping[1]).get(0)).isEqualTo("x");
  }

  @Test
  void pageOfALargeListCostsThePage() throws Uncapturable {
    List<Object> list = numbers(1_000);
    Meter meter = new Meter(new Bounds(50, 10_000, 1L << 40));
    List<Object> page =
        (List<Object>) new Copier().copy(new Object[] {list.subList(500, 510)}, meter)[0];
    assertThat(page).isEqualTo(list.subList(500, 510));
    assertThat(page.getClass()).isSameAs(list.subList(0, 1).getClass());
    page.add("x");
    page.remove(0);
    assertThat(page).hasSize(10).endsWith("x");
    Object[] array = numbers(1_000).toArray();
    Meter another = new Meter(new Bounds(50, 10_000, 1L << 40));
    if (!System.getProperty("java.specification.version").equals("1.8")) {
      Object part =
          new Copier().copy(new Object[] {Arrays.asList(array).subList(7, 9)}, another)[0];
      assertThat((List<Object>) part).containsExactly(new Date(7), new Date(8));
    }
  }

  @Test
  void subListThatIsOutdatedStaysOutdated() throws Uncapturable {
    List<Object> list = numbers(10);
    List<Object> part = list.subList(2, 5);
    list.remove(0);
    List<Object> copy = (List<Object>) copies(part)[0];
    org.assertj.core.api.Assertions.assertThatThrownBy(copy::size)
        .isInstanceOf(java.util.ConcurrentModificationException.class);
  }

  @Test
  void keySetWithoutItsMapNeedsNoValues() throws Uncapturable {
    Map<String, Object> map = new HashMap<>();
    map.put("b", new Thread());
    map.put("a", Runtime.getRuntime());
    Set<String> keys = (Set<String>) copies(map.keySet())[0];
    assertThat(keys).isEqualTo(map.keySet()).contains("a");
    keys.remove("a");
    assertThat(map).hasSize(2);
    Set<String> sorted = (Set<String>) copies(new TreeMap<>(map).keySet())[0];
    assertThat(sorted).containsExactly("a", "b");
  }

  @Test
  void viewsOfOneMapStayTogether() throws Uncapturable {
    Map<String, Object> map = new HashMap<>(Collections.singletonMap("a", new Date(1)));
    map.put("b", new Date(2));
    Object[] copies = copies(map.keySet(), map.values(), map.entrySet(), map);
    ((Set<Object>) copies[0]).remove("a");
    assertThat((Iterable<Object>) copies[1]).containsExactly(new Date(2));
    assertThat((Set<Object>) copies[2]).hasSize(1);
    assertThat((Map<Object, Object>) copies[3]).containsOnlyKeys("b");
    assertThat(map).hasSize(2);
  }
}
