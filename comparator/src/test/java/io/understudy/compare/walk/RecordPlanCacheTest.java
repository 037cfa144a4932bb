package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Crate;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class RecordPlanCacheTest {
  @Test
  void planIsMadeOncePerPairAndRules() {
    RecordPlanCache plans = new RecordPlanCache();
    Shape box = StandardShapes.of(new Box(1));
    Shape crate = StandardShapes.of(new Crate(1));

    assertThat(plans.of(box, crate, null)).isSameAs(plans.of(box, crate, null));
    assertThat(plans.of(box, crate, null)).isNotSameAs(plans.of(crate, box, null));
  }

  @Test
  void classesOfAnUndeployedApplicationAreCollected() throws Exception {
    Differ differ = Differ.with(Rules.none());
    WeakReference<ClassLoader> loader = compareThenForget(differ);

    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(loader.get()).as("the class loader").isNull();
    assertThat(differ.compare(1, 1).isEqual()).isTrue();
  }

  private static WeakReference<ClassLoader> compareThenForget(Differ differ) throws Exception {
    ClassLoader loader = new Redefining();
    Object one = instance(loader);
    Object two = instance(loader);
    assertThat(one.getClass()).isNotSameAs(Box.class);
    assertThat(differ.compare(one, two).isEqual()).isTrue();
    assertThat(differ.compare(one, new Box("x")).isEqual()).isTrue();
    return new WeakReference<>(loader);
  }

  private static Object instance(ClassLoader loader) throws ReflectiveOperationException {
    java.lang.reflect.Constructor<?> constructor =
        loader.loadClass(Box.class.getName()).getDeclaredConstructor(Object.class);
    constructor.setAccessible(true);
    return constructor.newInstance("x");
  }

  /** Defines its own class for {@link Box}. */
  private static final class Redefining extends ClassLoader {
    Redefining() {
      super(Box.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Box.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = Box.class.getResourceAsStream(file)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
          bytes.write(b);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
      } catch (IOException impossible) {
        throw new ClassNotFoundException(name, impossible);
      }
    }
  }
}
