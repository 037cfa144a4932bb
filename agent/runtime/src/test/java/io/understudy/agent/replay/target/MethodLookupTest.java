package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.MethodRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused")
final class MethodLookupTest {
  static class Overloads {
    String number(long a) {
      return "long";
    }

    String number(Integer a) {
      return "Integer";
    }

    String number(Object a) {
      return "Object";
    }

    String items(Collection<String> a) {
      return "Collection";
    }

    String items(List<String> a) {
      return "List";
    }

    String pair(Object a, String b) {
      return "";
    }

    String pair(String a, Object b) {
      return "";
    }

    static String nested(Map.Entry<String, String> entry, String[] texts) {
      return "";
    }
  }

  interface Api<T> {
    String quote(T cart);
  }

  static class Impl implements Api<String> {
    @Override
    public String quote(String cart) {
      return cart;
    }
  }

  static class Heir extends Impl {}

  @Test
  void candidateIsTheOneThatJavaChooses() throws UnansweredException {
    assertThat(chosen("number", int.class)).containsExactly(long.class);
    assertThat(chosen("number", Integer.class)).containsExactly(Integer.class);
    assertThat(chosen("number", String.class)).containsExactly(Object.class);
    assertThat(chosen("items", List.class)).containsExactly(List.class);
    assertThat(chosen("items", Collection.class)).containsExactly(Collection.class);
  }

  @Test
  void onlyCandidateMayHaveNarrowerParameters() throws UnansweredException {
    Class<?>[] types =
        MethodLookup.candidate(
                Impl.class, ref(Impl.class, "quote"), types(Object.class), i -> false)
            .getParameterTypes();
    assertThat(types).containsExactly(String.class);
  }

  @Test
  void inheritedMethodIsFound() throws UnansweredException {
    assertThat(MethodLookup.control(Heir.class, ref(Heir.class, "quote")).getDeclaringClass())
        .isEqualTo(Impl.class);
  }

  @Test
  void bridgeAndErasedInterfaceMethodAreNoOverloads() throws UnansweredException {
    assertThat(MethodLookup.control(Impl.class, ref(Impl.class, "quote")).getParameterTypes())
        .containsExactly(String.class);
  }

  @Test
  void nestedTypesAndArraysAreFoundAsWrittenInSourceAndAsTheJvmNamesThem()
      throws UnansweredException {
    for (String entry : Arrays.asList("java.util.Map.Entry", "java.util.Map$Entry")) {
      MethodRef ref =
          new MethodRef(
              Overloads.class.getName(), "nested", Arrays.asList(entry, "java.lang.String[]"));
      assertThat(MethodLookup.control(Overloads.class, ref).getName()).isEqualTo("nested");
    }
  }

  @Test
  void ambiguousCandidateIsRefused() {
    assertThatThrownBy(() -> chosen("pair", String.class, String.class))
        .isInstanceOf(UnansweredException.class)
        .hasMessageEndingWith("#pair is overloaded: write its parameter types");
  }

  @Test
  void writtenParameterTypesDecide() throws UnansweredException {
    MethodRef ref =
        new MethodRef(
            Overloads.class.getName(),
            "pair",
            Arrays.asList("java.lang.Object", "java.lang.String"));
    assertThat(
            MethodLookup.candidate(
                    Overloads.class, ref, types(String.class, String.class), i -> false)
                .getParameterTypes())
        .containsExactly(Object.class, String.class);
    assertThatThrownBy(
            () -> MethodLookup.candidate(Overloads.class, ref, types(String.class), i -> false))
        .hasMessageEndingWith("cannot take the control's arguments (java.lang.String)");
  }

  @Test
  void missingMethodIsNamed() {
    assertThatThrownBy(() -> chosen("nothing", int[].class))
        .isInstanceOf(UnansweredException.class)
        .hasMessage(
            "no method io.understudy.agent.replay.target.MethodLookupTest$Overloads#nothing"
                + " can take the control's arguments (int[])");
    assertThatThrownBy(() -> MethodLookup.control(Impl.class, ref(Impl.class, "nothing")))
        .hasMessageStartingWith("there is no method ");
  }

  private static Class<?>[] chosen(String name, Class<?>... control) throws UnansweredException {
    return MethodLookup.candidate(Overloads.class, ref(Overloads.class, name), control, i -> false)
        .getParameterTypes();
  }

  private static Class<?>[] types(Class<?>... types) {
    return types;
  }

  private static MethodRef ref(Class<?> type, String name) {
    return new MethodRef(type.getName(), name, null);
  }
}
