package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.GarbageCollection;
import io.understudy.agent.call.Site;
import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.Member;
import io.understudy.plays.Plays;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SiteTableTest {
  private static final String NAME = Plays.Sorts.class.getName();

  private final SiteTable sites = new SiteTable();

  @Test
  void siteRefersToTheClassOfItsLoader() throws Exception {
    int number = sites.add(1, NAME, method("half"), 7, getClass().getClassLoader(), false);
    Site site = Objects.requireNonNull(sites.of(number));
    assertThat(site.type()).isSameAs(Plays.Sorts.class);
    assertThat(site.methodName() + site.descriptor()).isEqualTo("half(D)D");
    assertThat(site.isGone()).isFalse();
  }

  @Test
  void siteKeepsItsNumberWhenWovenAgain() throws Exception {
    ClassLoader loader = getClass().getClassLoader();
    int number = sites.add(1, NAME, method("half"), 7, loader, false);
    assertThat(sites.add(1, NAME, method("half"), 7, loader, true)).isEqualTo(number);
    assertThat(sites.add(1, NAME, method("none"), 7, loader, true)).isNotEqualTo(number);
    assertThat(sites.add(1, NAME, method("half"), 7, new ClassLoader() {}, true))
        .isNotEqualTo(number);
    assertThat(sites.add(1, NAME, method("half"), 7, null, true)).isNotEqualTo(number);
  }

  @Test
  void unknownNumberHasNoSite() {
    assertThat(sites.of(-1)).isNull();
    assertThat(sites.of(3)).isNull();
    assertThat(sites.of(1_000)).isNull();
  }

  @Test
  void grownTableDropsCollectedSites() throws Exception {
    ClassLoader kept = getClass().getClassLoader();
    int first = addOfALoaderThatGoes();
    for (int i = 0; i < 100; i++) {
      assertThat(sites.add(1, NAME, method("none"), 7, kept, false)).isEqualTo(first + 1 + i);
    }
    assertThat(sites.of(first))
        .satisfiesAnyOf(
            site -> assertThat(site).isNull(), site -> assertThat(site.isGone()).isTrue());
    assertThat(sites.of(first + 100)).isNotNull();
  }

  @Test
  void bootstrapLoaderIsNeverGone() throws Exception {
    Site site = new Site("java.lang.String", "length", "()I", null);
    assertThat(site.isGone()).isFalse();
    assertThat(site.type()).isSameAs(String.class);
  }

  private int addOfALoaderThatGoes() throws Exception {
    ClassLoader loader = new ClassLoader() {};
    int number = sites.add(1, NAME, method("half"), 7, loader, false);
    WeakReference<ClassLoader> reference = new WeakReference<>(loader);
    loader = null;
    GarbageCollection.awaitUntil(() -> reference.get() == null);
    assertThat(reference.get()).isNull();
    return number;
  }

  private static Member method(String name) throws Exception {
    for (Member each : ClassFile.of(ClassBytes.of(NAME)).members()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new NoSuchMethodException(name);
  }
}
