package io.understudy.compare.walk;

import static io.understudy.compare.walk.ContentAssertions.assertContent;
import static io.understudy.compare.walk.ContentAssertions.assertNoContent;
import static io.understudy.compare.walk.ContentAssertions.assertOpaque;
import static io.understudy.compare.walk.ContentAssertions.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.FieldManifestation;
import net.bytebuddy.description.modifier.SyntheticState;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects whose content is in fields that are easily left out: transient and synthetic ones. */
@SuppressWarnings({"unused", "UnusedVariable", "ClassCanBeStatic", "serial"})
class HiddenContentTest {
  static final class OwnSerialForm implements Serializable {
    private transient Object[] data;

    OwnSerialForm(int number) {
      data = new Object[] {number};
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeObject(data[0]);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      data = new Object[] {in.readObject()};
    }
  }

  static final class External implements Externalizable {
    private transient int number;

    External(int number) {
      this.number = number;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeInt(number);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
      number = in.readInt();
    }
  }

  static final class Replaced implements Serializable {
    private final transient Map<String, Integer> prices = new HashMap<>();

    Replaced(int number) {
      prices.put("a", number);
    }

    private Object writeReplace() {
      return new ArrayList<>(prices.values());
    }
  }

  static class TransientBase {
    transient long total;
  }

  static final class Derived extends TransientBase {
    final String name = "a";

    Derived(int number) {
      total = number;
    }
  }

  static final class Page extends ArrayList<String> {
    private transient int total;

    Page(int total) {
      super(Collections.singleton("a"));
      this.total = total;
    }
  }

  @Test
  void transientFieldIsContent() {
    assertContent(OwnSerialForm::new);
    assertContent(External::new);
    assertContent(Replaced::new);
    assertContent(Derived::new);
    assertContent(Page::new);
  }

  @Test
  void differenceOfATransientFieldHasItsPathAndSaysSo() {
    assertThat(compare(new Derived(1), new Derived(2)).differences().toString())
        .isEqualTo("[/total VALUE: 1 / 2 (+1, off by one, factor 2, in a transient field)]");
  }

  static final class Digest {
    private transient int hash;

    Digest(int hash) {
      this.hash = hash;
    }
  }

  static final class Cached {
    final String text = "a";
    private transient int hash;
    private transient boolean hashIsZero;
    private transient int modCount;
    private int hashCode;

    Cached(int hash) {
      this.hash = hash;
      this.hashIsZero = hash == 1;
      this.modCount = hash;
      this.hashCode = hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cached;
    }

    @Override
    public int hashCode() {
      return hashCode;
    }
  }

  static final class Block {
    final String text = "a";
    private int hash;

    Block(int hash) {
      this.hash = hash;
    }

    int hash() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Block;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Test
  void cachedHashCodeIsNoContentBesideContent() {
    assertNoContent(Cached::new);
    assertContent(Digest::new);
    assertContent(Block::new);
  }

  static final class Wired {
    final String name = "a";
    private final transient PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private final ReentrantLock lock = new ReentrantLock();
    private final transient Object mutex;
    private final transient List<PropertyChangeListener> listeners = new ArrayList<>();
    private final transient @Nullable ExecutorService pool = null;

    Wired(int number) {
      listeners.add(event -> {});
      mutex = number == 1 ? new Object() : "other";
    }
  }

  @Test
  void wiringIsNoContent() {
    assertNoContent(Wired::new);
  }

  static final class OnlyReference {
    private final transient WeakReference<Object> reference;

    OnlyReference(Object referent) {
      reference = new WeakReference<>(referent);
    }
  }

  static final class OnlyLock {
    private final ReentrantLock lock = new ReentrantLock();
  }

  @Test
  void objectWithAReferenceAloneIsOpaque() {
    assertOpaque(OnlyReference::new);
  }

  @Test
  void objectWithALockAloneHasNoContent() {
    assertNoContent(number -> new OnlyLock());
  }

  /** An object with one synthetic field, as Kotlin, Groovy or AspectJ compile it. */
  private static Object synthetic(Class<?> base, String field, Object value) {
    try {
      Class<?> type =
          new ByteBuddy()
              .subclass(base)
              .name("com.acme.Made" + Integer.toHexString(field.hashCode()))
              .defineField(
                  field,
                  Object.class,
                  Visibility.PRIVATE,
                  FieldManifestation.PLAIN,
                  SyntheticState.SYNTHETIC)
              .make()
              .load(HiddenContentTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
              .getLoaded();
      Object made = type.getDeclaredConstructor().newInstance();
      java.lang.reflect.Field declared = type.getDeclaredField(field);
      declared.setAccessible(true);
      declared.set(made, value);
      return made;
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A base class of generated classes. */
  public static class Named {
    final String name = "a";
  }

  @Test
  void syntheticFieldIsContent() {
    for (String field :
        Arrays.asList(
            "$$delegate_0", "$x", "receiver$0", "$this_apply", "val$x", "ajc$interField$a$b")) {
      assertContent(number -> synthetic(Object.class, field, number));
      assertContent(number -> synthetic(Named.class, field, number));
    }
  }

  @Test
  void fieldOfAnEnhancerIsNoContent() {
    for (String field :
        Arrays.asList("$$_hibernate_attributeInterceptor", "CGLIB$BOUND", "ajc$tjp", "bitmap$0")) {
      assertNoContent(number -> synthetic(Named.class, field, number));
    }
  }
}
