package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Date;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Classes whose copies would own a resource of the original. */
@SuppressWarnings({"unused", "UnusedVariable", "removal", "deprecation", "Finalize"})
class NonCopyableTypesTest {
  private static final String OUTER = NonCopyableTypesTest.class.getName() + "$";

  static class Handle {
    int descriptor;

    @Override
    protected void finalize() {
      descriptor = 0;
    }
  }

  static class SubHandle extends Handle {}

  static class EmptyFinalizer extends ArrayList<String> {
    @Override
    protected void finalize() {}
  }

  static class Overloaded {
    protected void finalize(int how) {}
  }

  static class Native {
    private final long address = 1;

    native void close();
  }

  static class NativeSub extends Native {
    String name = "";
  }

  static class NativeWithoutNumber {
    String name = "";

    native void close();
  }

  static class Swig {
    private transient long swigCPtr;
    protected boolean swigCMemOwn;
  }

  static class Rocks {
    protected final long nativeHandle_ = 1;
  }

  static class Plain {
    long id;
    int version;
    Date at = new Date();
  }

  static class Phantom extends PhantomReference<Object> {
    Phantom() {
      super(new Object(), new ReferenceQueue<>());
    }
  }

  static class HoldsPhantom {
    Phantom cleaner = new Phantom();
  }

  static class Holder {
    static final PhantomReference<Object> CLEANER = new Phantom();

    static class State {
      int descriptor;
    }

    static class Text {
      String text = "";
    }
  }

  @Test
  void finalizerOfTheClassIsNamed() {
    assertThat(NonCopyableTypes.reason(Handle.class))
        .isEqualTo(
            OUTER
                + "Handle is never copied: it overrides finalize(), which could release what the"
                + " original still uses");
  }

  @Test
  void inheritedFinalizerIsNamedWithItsClass() {
    assertThat(NonCopyableTypes.reason(SubHandle.class))
        .isEqualTo(
            OUTER
                + "SubHandle is never copied: its superclass "
                + OUTER
                + "Handle overrides finalize(), which could release what the original still uses");
  }

  @Test
  void emptyFinalizerCounts() {
    assertThat(NonCopyableTypes.reason(EmptyFinalizer.class)).contains("overrides finalize()");
  }

  @Test
  void methodOfTheSameNameWithParametersIsNoFinalizer() {
    assertThat(NonCopyableTypes.reason(Overloaded.class)).isNull();
  }

  @Test
  void numberBesideNativeMethodsIsAHandle() {
    assertThat(NonCopyableTypes.reason(Native.class))
        .isEqualTo(
            OUTER
                + "Native is never copied: it has native methods, and its field "
                + OUTER
                + "Native.address may be a native handle");
    assertThat(NonCopyableTypes.reason(NativeSub.class)).contains("it has native methods");
    assertThat(NonCopyableTypes.reason(NativeWithoutNumber.class)).isNull();
  }

  @Test
  void fieldsOfGeneratedBindingsAreHandles() {
    assertThat(NonCopyableTypes.reason(Swig.class)).contains("swigCPtr is named as");
    assertThat(NonCopyableTypes.reason(Rocks.class)).contains("nativeHandle_ is named as");
  }

  @Test
  void cleanersAreResources() {
    assertThat(NonCopyableTypes.reason(Phantom.class))
        .contains("it is a java.lang.ref.PhantomReference, which releases a resource");
    assertThat(NonCopyableTypes.reason(HoldsPhantom.class))
        .contains("HoldsPhantom.cleaner is a " + OUTER + "Phantom, which releases a resource");
    assertThat(NonCopyableTypes.reason(Holder.State.class))
        .contains("the class around it has the cleaner " + OUTER + "Holder.CLEANER");
    assertThat(NonCopyableTypes.reason(Holder.Text.class)).isNull();
  }

  @Test
  void resourcesOfTheJdkAreKnown() {
    assertThat(NonCopyableTypes.reason(Inflater.class)).isNotNull();
    assertThat(NonCopyableTypes.reason(java.io.FileDescriptor.class)).isNotNull();
  }

  @Test
  void otherClassesMayBeCopied() {
    assertThat(NonCopyableTypes.reason(Object.class)).isNull();
    assertThat(NonCopyableTypes.reason(Plain.class)).isNull();
    assertThat(NonCopyableTypes.reason(ArrayList.class)).isNull();
    assertThat(NonCopyableTypes.reason(Exception.class)).isNull();
    assertThat(NonCopyableTypes.reason(Handle[].class)).isNull();
    assertThat(NonCopyableTypes.reason(int.class)).isNull();
    assertThat(NonCopyableTypes.reason(Comparable.class)).isNull();
  }
}
