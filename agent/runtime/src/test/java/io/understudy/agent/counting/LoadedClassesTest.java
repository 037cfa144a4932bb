package io.understudy.agent.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {
  private interface Priced {}

  private abstract static class Base extends AbstractList<String> implements Priced {}

  private static final class Plain$$EnhancerByCGLIB$$1 {}

  private final MethodFilter all =
      new MethodFilter() {
        @Override
        public boolean mayContain(String className) {
          return className.startsWith(LoadedClassesTest.class.getName());
        }

        @Override
        public List<String> methods(byte[] classFile, Set<String> above) {
          return Collections.emptyList();
        }
      };

  @Test
  void eachCountableClassIsFoundOnce() {
    FakeJvm jvm =
        new FakeJvm(
            Base.class,
            Base[].class,
            int.class,
            String.class,
            Plain$$EnhancerByCGLIB$$1.class,
            Priced.class);
    LoadedClasses loaded = new LoadedClasses(jvm.instrumentation(), all);
    assertThat(loaded.findNew()).containsExactly(Base.class, Priced.class);
    assertThat(loaded.findNew()).isEmpty();
  }

  @Test
  void namesOfAllSupertypes() {
    assertThat(LoadedClasses.above(Base.class))
        .contains(
            Base.class.getName(),
            Priced.class.getName(),
            "java.util.AbstractList",
            "java.util.Collection",
            "java.lang.Iterable",
            "java.lang.Object");
  }

  @Test
  void codeLocationOfApplicationClassesOnly() {
    Set<String> places = new LinkedHashSet<>();
    LoadedClasses.place(String.class, places);
    assertThat(places).isEmpty();
    LoadedClasses.place(Base.class, places);
    assertThat(places).hasSize(1);
    assertThat(places.iterator().next()).startsWith("file:").endsWith("test-classes/");
  }
}
