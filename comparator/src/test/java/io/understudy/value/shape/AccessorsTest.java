package io.understudy.value.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable", "SameNameButDifferent"})
class AccessorsTest {
  interface Named {
    String getName();

    default boolean isLarge() {
      return true;
    }
  }

  static class Base {
    private final int id = 1;
    static final String SHARED = "s";

    public int getURL() {
      return 80;
    }
  }

  static final class Item extends Base implements Named {
    private final int id = 2;
    private final @Nullable String note = null;

    @Override
    public String getName() {
      return "n";
    }

    public String label() {
      return "l";
    }

    public Boolean isOpen() {
      return true;
    }

    public String get() {
      return "no property";
    }

    public static String getStatic() {
      return "static";
    }

    public void getNothing() {}

    public String getWith(String argument) {
      return argument + "!";
    }

    public String checked() throws IOException {
      throw new IOException("disk");
    }

    public String unchecked() {
      throw new IllegalStateException("state");
    }
  }

  private static @Nullable Object read(String name) throws Exception {
    return Accessors.of(Item.class, name).apply(new Item());
  }

  @Test
  void fieldClosestToTheClass() throws Exception {
    assertThat(read("id")).isEqualTo(2);
    assertThat(read("note")).isNull();
    assertThat(Accessors.of(Base.class, "id").apply(new Item())).isEqualTo(1);
  }

  @Test
  void getterWhereThereIsNoField() throws Exception {
    assertThat(read("name")).isEqualTo("n");
    assertThat(read("getName")).isEqualTo("n");
    assertThat(read("label")).isEqualTo("l");
    assertThat(read("large")).isEqualTo(true);
    assertThat(read("URL")).isEqualTo(80);
    assertThat(read("get")).isEqualTo("no property");
  }

  @Test
  void missingPartIsReported() {
    for (String name :
        Arrays.asList("SHARED", "static", "nothing", "with", "open", "class", "uRL", "", "Name")) {
      assertThatThrownBy(() -> read(name))
          .as(name)
          .isInstanceOf(Uncapturable.class)
          .hasMessage(Item.class.getName() + " has neither a field nor a getter \"" + name + "\"");
    }
  }

  @Test
  void shapeOfNamedParts() throws Exception {
    Shape shape = Accessors.shape(Item.class, Arrays.asList("name", "id"));

    assertThat(shape.kind()).isEqualTo(Kind.RECORD);
    assertThat(shape.typeName()).isEqualTo(Item.class.getName());
    assertThat(shape.names()).containsExactly("name", "id");
    assertThat(shape.part(new Item(), 1)).isEqualTo(2);
    assertThat(shape.size(new Item())).isEqualTo(2);
    assertThat(shape.sharable()).isFalse();
  }

  @Test
  void gettersSortedByName() throws Exception {
    assertThat(Accessors.getters("t", Item.class).names()).containsExactly("URL", "large", "name");
    assertThat(Accessors.getters("t", Named.class).names()).containsExactly("large", "name");
    assertThat(Accessors.getters("t", Named.class).part(new Item(), 1)).isEqualTo("n");
  }

  @Test
  void methodsOfALibrary() throws Exception {
    Function<Object, @Nullable Object> size = Accessors.method(List.class, "size");
    BiFunction<Object, Object, @Nullable Object> get =
        Accessors.method(List.class, "get", int.class);
    Function<Object, @Nullable Object> bang =
        Accessors.with(Item.class, "getWith", String.class, "x");

    assertThat(size.apply(Arrays.asList(1, 2))).isEqualTo(2);
    assertThat(get.apply(Arrays.asList("a", "b"), 1)).isEqualTo("b");
    assertThat(bang.apply(new Item())).isEqualTo("x!");
    assertThatThrownBy(() -> Accessors.method(List.class, "length"))
        .isInstanceOf(NoSuchMethodException.class);
    assertThatThrownBy(() -> Accessors.method(List.class, "get", String.class))
        .isInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void exceptionsOfMethods() throws Exception {
    Function<Object, @Nullable Object> checked = Accessors.method(Item.class, "checked");
    Function<Object, @Nullable Object> unchecked = Accessors.method(Item.class, "unchecked");
    BiFunction<Object, Object, @Nullable Object> get =
        Accessors.method(List.class, "get", int.class);

    assertThatThrownBy(() -> checked.apply(new Item()))
        .isInstanceOf(Accessors.UnreadableException.class)
        .hasCauseInstanceOf(IOException.class)
        .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    assertThatThrownBy(() -> unchecked.apply(new Item()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("state");
    assertThatThrownBy(() -> get.apply(Collections.emptyList(), 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void presentRejectsNull() {
    List<Object> list = Collections.singletonList(1);
    Map<Object, Object> map = Collections.singletonMap(1, 2);

    assertThat(Accessors.present(list)).isSameAs(list);
    assertThat(Accessors.list(list)).isSameAs(list);
    assertThat(Accessors.map(map)).isSameAs(map);
    assertThatThrownBy(() -> Accessors.present(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("null, where the library promises a value");
    assertThatThrownBy(() -> Accessors.list(null)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Accessors.map(null)).isInstanceOf(IllegalStateException.class);
  }
}
