package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.GarbageCollection;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.view.Freezer;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Classes of an undeployed application are collected, though they were copied and frozen. */
class UnloadingTest {
  public static class Item {
    Object held = new ArrayList<Object>();
  }

  private static final class Application extends ClassLoader {
    Application() {
      super(UnloadingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Item.class.getName())) {
        return super.loadClass(name, resolve);
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(file))) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
          code.write(octet);
        }
        return defineClass(name, code.toByteArray(), 0, code.size());
      } catch (java.io.IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  private static WeakReference<ClassLoader> used(Copier copier) throws Exception {
    ClassLoader application = new Application();
    Class<?> type = application.loadClass(Item.class.getName());
    assertThat(type).isNotSameAs(Item.class);
    Object item = type.getDeclaredConstructor().newInstance();
    Map<Object, Object> map = new HashMap<>();
    map.put("items", new ArrayList<>(Arrays.asList(item, new Object[] {item})));
    // Often enough for method handles to be customised, and for a reader of the class's own.
    for (int i = 0; i < 1_200; i++) {
      copier.copy(new Object[] {map, item}, new Meter(Bounds.DEFAULT));
      Freezer.freeze(map, new Meter(Bounds.DEFAULT));
      copier.compile();
      Freezer.compile(Copier::empty);
    }
    return new WeakReference<>(application);
  }

  @Test
  void loaderOfCopiedClassesIsCollected() throws Exception {
    assertCollected(new Copier());
  }

  @Test
  void loaderOfClassesThatAreCopiedOftenIsCollected() throws Exception {
    assertCollected(new Copier(new ClassPlans(Collections.emptySet(), 10)));
  }

  private static void assertCollected(Copier copier) throws Exception {
    WeakReference<ClassLoader> application = used(copier);
    GarbageCollection.awaitUntil(() -> application.get() == null);
    assertThat(application.get()).isNull();
    assertThat(copier.copy(new Object[] {"still works"}, new Meter(Bounds.DEFAULT))).hasSize(1);
  }
}
