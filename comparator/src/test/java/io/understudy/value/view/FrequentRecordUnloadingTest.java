package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.Shapes;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader of its own keeps no class of the application loaded, and no class keeps a reader. */
class FrequentRecordUnloadingTest {
  /** A class of an application, all of whose parts are leaves. */
  public static class Flat {
    final String text = "a";
    final int number = 1;
  }

  /** A class of an application with parts that are no leaves. */
  public static final class Nested {
    final Flat flat = new Flat();
    final List<Flat> flats = new ArrayList<>(Collections.nCopies(3, flat));
    final Date date = new Date(1);
  }

  /** A class that stays loaded. */
  public static final class Lasting {
    final String text = "b";
  }

  private static void freezeOften(Shapes shapes, Object live) throws Exception {
    for (int i = 0; i < 400; i++) { // Often enough for method handles to be customised.
      shapes.freeze(live, new Meter(Bounds.DEFAULT), false);
      if (i == 5) {
        assertThat(shapes.compile(type -> null)).isPositive();
      }
    }
  }

  private static void awaitCollection(WeakReference<?> reference) throws Exception {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(reference.get()).isNull();
  }

  /** The enclosing class too: Java 8 refuses nested classes whose enclosing class is elsewhere. */
  private static ClassLoader application() {
    return new SeparateLoader(FrequentRecordUnloadingTest.class, Flat.class, Nested.class);
  }

  private static WeakReference<ClassLoader> used(Shapes shapes) throws Exception {
    ClassLoader application = application();
    Object live =
        application.loadClass(Nested.class.getName()).getDeclaredConstructor().newInstance();
    assertThat(live).isNotInstanceOf(Nested.class);
    freezeOften(shapes, live);
    return new WeakReference<>(application);
  }

  @Test
  void loaderOfFrequentClassesIsCollected() throws Exception {
    Shapes shapes = StandardShapes.shapes(3);
    awaitCollection(used(shapes));
    assertThat(shapes.compile(type -> null)).isZero();
  }

  @Test
  void classThatWaitsForItsReaderIsCollected() throws Exception {
    Shapes shapes = StandardShapes.shapes(500);
    WeakReference<ClassLoader> application = waiting(shapes);
    awaitCollection(application);
    assertThat(shapes.compile(type -> null)).isZero();
  }

  private static WeakReference<ClassLoader> waiting(Shapes shapes) throws Exception {
    ClassLoader application = application();
    Object live =
        application.loadClass(Flat.class.getName()).getDeclaredConstructor().newInstance();
    for (int i = 0; i < 600; i++) {
      shapes.freeze(live, new Meter(Bounds.DEFAULT), false);
    }
    return new WeakReference<>(application);
  }

  @Test
  void readerIsCollectedWhenTheShapesAreForgotten() throws Exception {
    WeakReference<Object> reader = reader();
    RemovableClassValue.forget(RemovableClassValue.mark());
    awaitCollection(reader);
  }

  private static WeakReference<Object> reader() throws Exception {
    Shapes shapes = StandardShapes.shapes(3);
    freezeOften(shapes, new Lasting());
    Shape shape = shapes.ofInstances(Lasting.class);
    Field field = shape.getClass().getDeclaredField("reader");
    field.setAccessible(true);
    Object reader = field.get(shape);
    assertThat(reader.getClass().getSimpleName()).isEqualTo("ConstantReader");
    ClassLoader loader = reader.getClass().getClassLoader();
    assertThat(loader).isNotSameAs(Shapes.class.getClassLoader());
    return new WeakReference<>(loader);
  }
}
