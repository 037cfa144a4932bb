package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies of application classes that extend collections and maps. */
class CopierSubclassTest {
  static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private final int most;
    final List<String> log = new ArrayList<>(Arrays.asList("made"));

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  static final class Own extends AbstractList<Object> {
    private final Object[] elements;

    Own(Object... elements) {
      this.elements = elements;
    }

    @Override
    public Object get(int index) {
      return elements[index];
    }

    @Override
    public int size() {
      return elements.length;
    }
  }

  static final class Doubling extends ArrayList<Object> {
    @Override
    public boolean addAll(Collection<?> all) {
      super.addAll(all);
      return super.addAll(all);
    }
  }

  static final class Masking extends HashMap<String, Object> {
    @Override
    public Object put(String key, Object value) {
      return super.put(key, "*" + value);
    }
  }

  @Test
  void classThatExtendsMapKeepsItsFields() throws Uncapturable {
    Recent<String, Date> live = new Recent<>(2);
    live.put("a", new Date(1));
    live.put("b", new Date(2));
    Recent<String, Date> copy = Copies.twin(live);
    assertThat(copy.log).containsExactly("made").isNotSameAs(live.log);
    copy.put("c", new Date(3));
    assertThat(copy.keySet()).containsExactly("b", "c");
    assertThat(live).hasSize(2);
  }

  @Test
  @SuppressWarnings("DoubleBraceInitialization") // Legacy code is full of it.
  void anonymousMapIsCopiedWithoutItsOuterObject() throws Uncapturable {
    Map<String, Object> live =
        new HashMap<String, Object>() {
          {
            put("k", new Date(1));
            put("surroundings", String.valueOf(CopierSubclassTest.this.hashCode()));
          }
        };
    Copies.twin(live);
  }

  @Test
  void mapThatChangesItsValuesKeepsThem() throws Uncapturable {
    Masking live = new Masking();
    live.put("a", "b");
    assertThat(Copies.twin(live)).containsEntry("a", "*b");
  }

  @Test
  void collectionsOfTheApplication() throws Uncapturable {
    Copies.twin(new Own(new Date(1), "x"));
    Doubling doubling = new Doubling();
    doubling.add(new Date(1));
    assertThat(Copies.twin(doubling)).hasSize(1);
  }
}
