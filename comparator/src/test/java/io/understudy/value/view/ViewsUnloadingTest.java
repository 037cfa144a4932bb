package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Views do not prevent the unloading of classes that they have read. */
class ViewsUnloadingTest {
  /** A class of an application. */
  public static final class Seen {
    final String text = "a";
  }

  /** A function of the same application. */
  public static final class View implements Function<Object, Object> {
    @Override
    public Object apply(Object seen) {
      return ((Seen) seen).text;
    }
  }

  @Test
  void classesThatWereSeenByAFunctionAreUnloaded() throws Exception {
    assertUnloaded(Views.builder().with(Seen.class.getName(), View.class.getName()).build(), "a");
  }

  @Test
  void classesThatWereSeenByPartsAreUnloaded() throws Exception {
    assertUnloaded(Views.builder().parts(Seen.class.getName(), "text").build(), "{text: a}");
  }

  @Test
  void classesOfWhichNothingWasSaidAreUnloaded() throws Exception {
    assertUnloaded(Views.builder().asString("com.acme.Other").build(), "{text: a}");
  }

  private static void assertUnloaded(Views views, String seen) throws Exception {
    WeakReference<ClassLoader> loader = new WeakReference<>(see(views, seen));
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loader.get()).isNull();
    assertThat(views.isStandard()).isFalse();
  }

  private static ClassLoader see(Views views, String seen) throws Exception {
    ClassLoader loader = new SeparateLoader(ViewsUnloadingTest.class, Seen.class, View.class);
    Object live = loader.loadClass(Seen.class.getName()).getConstructor().newInstance();
    assertThat(live).isNotInstanceOf(Seen.class);
    assertThat(FrozenText.frozen(live, views)).isEqualTo(seen);
    return loader;
  }
}
