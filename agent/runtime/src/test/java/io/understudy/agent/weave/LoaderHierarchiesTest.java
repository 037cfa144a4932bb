package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.GarbageCollection;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.plays.Plays;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cached data of class loaders, and the hierarchy that class files show. */
class LoaderHierarchiesTest {
  private static final String SUB = Plays.Sub.class.getName().replace('.', '/');

  @Test
  void loaderKeepsItsHierarchy() {
    LoaderHierarchies hierarchies = new LoaderHierarchies(false);
    ClassLoader loader = new ClassLoader() {};
    assertThat(hierarchies.of(loader)).isSameAs(hierarchies.of(loader));
    assertThat(hierarchies.of(new ClassLoader() {})).isNotSameAs(hierarchies.of(loader));
    assertThat(hierarchies.of(null)).isSameAs(hierarchies.of(null));
  }

  @Test
  void collectedLoaderIsRemoved() throws Exception {
    LoaderHierarchies hierarchies = new LoaderHierarchies(false);
    hierarchies.of(new ClassLoader() {});
    GarbageCollection.awaitUntil(
        () -> {
          hierarchies.of(null); // Removes collected loaders.
          return hierarchies.size() == 1;
        });
    assertThat(hierarchies.size()).isEqualTo(1);
  }

  @Test
  void eachClassFileIsReadOnceAndNoJdkFile() {
    List<String> read = new ArrayList<>();
    Hierarchy hierarchy = new Hierarchy(false);
    for (int i = 0; i < 3; i++) {
      assertThat(
              hierarchy.above(
                  SUB,
                  name -> {
                    read.add(name);
                    return ClassBytes.of(name.replace('/', '.'));
                  }))
          .containsExactly(SUB.replace("Sub", "Base"), "java/lang/Object");
    }
    assertThat(read).containsExactly(SUB, SUB.replace("Sub", "Base"));
  }

  @Test
  void loadedClassNeedsNoFile() {
    Hierarchy hierarchy = new Hierarchy(false);
    hierarchy.add(Plays.Sub.class);
    assertThat(hierarchy.above(SUB, name -> null))
        .containsExactly(SUB.replace("Sub", "Base"), "java/lang/Object");
    assertThat(hierarchy.isMissing(SUB)).isFalse();
  }

  @Test
  void missingFileIsRemembered() {
    Hierarchy hierarchy = new Hierarchy(false);
    assertThat(hierarchy.above("com/acme/Gone", name -> null)).isEmpty();
    assertThat(hierarchy.isMissing("com/acme/Gone")).isTrue();
  }
}
