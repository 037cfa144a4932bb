package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and holders of the JDK: buffers, futures, atomics, exceptions and locks. */
class JdkValueTest {
  static Stream<Buffer> buffers() {
    return Stream.of(
        ByteBuffer.wrap(new byte[] {1, 2, 3, 4}),
        ByteBuffer.allocateDirect(4).put(new byte[] {1, 2, 3, 4}),
        CharBuffer.wrap("abcd".toCharArray()),
        ShortBuffer.wrap(new short[] {1, 2, 3, 4}),
        IntBuffer.wrap(new int[] {1, 2, 3, 4}),
        LongBuffer.wrap(new long[] {1, 2, 3, 4}),
        FloatBuffer.wrap(new float[] {1, 2, 3, 4}),
        DoubleBuffer.wrap(new double[] {1, 2, 3, 4}));
  }

  private static Buffer readOnly(Buffer buffer) {
    if (buffer instanceof ByteBuffer) {
      return ((ByteBuffer) buffer).asReadOnlyBuffer();
    }
    if (buffer instanceof CharBuffer) {
      return ((CharBuffer) buffer).asReadOnlyBuffer();
    }
    if (buffer instanceof ShortBuffer) {
      return ((ShortBuffer) buffer).asReadOnlyBuffer();
    }
    if (buffer instanceof IntBuffer) {
      return ((IntBuffer) buffer).asReadOnlyBuffer();
    }
    if (buffer instanceof LongBuffer) {
      return ((LongBuffer) buffer).asReadOnlyBuffer();
    }
    return buffer instanceof FloatBuffer
        ? ((FloatBuffer) buffer).asReadOnlyBuffer()
        : ((DoubleBuffer) buffer).asReadOnlyBuffer();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("buffers")
  void bufferIsCopiedBeyondItsLimit(Buffer live) throws Uncapturable {
    live.limit(3).position(1);
    Buffer copy = Copies.of(live);
    assertThat(copy).isEqualTo(live).isNotSameAs(live);
    assertThat(copy.position()).isEqualTo(1);
    assertThat(copy.limit()).isEqualTo(3);
    assertThat(copy.capacity()).isEqualTo(4);
    assertThat(copy.isDirect()).isFalse();
    live.clear();
    copy.clear();
    assertThat(copy).as("all elements").isEqualTo(live);
    assertThat(live.limit()).as("the original is not changed").isEqualTo(4);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("buffers")
  void readOnlyBufferStaysReadOnly(Buffer live) throws Uncapturable {
    live.clear();
    Buffer copy = Copies.of(readOnly(live));
    assertThat(copy.isReadOnly()).isTrue();
    assertThat(copy).isEqualTo(live);
    assertThat(Copies.of(live).isReadOnly()).isFalse();
  }

  @Test
  void byteOrderIsKept() throws Uncapturable {
    ByteBuffer live = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    live.putInt(0, 1);
    assertThat(Copies.of(live).order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    assertThat(Copies.of(live).getInt(0)).isEqualTo(1);
    assertThat(Copies.of(live.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN)).order())
        .isEqualTo(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void atomicsAreCopiedWithTheirContents() throws Uncapturable {
    AtomicReference<Date> reference = new AtomicReference<>(new Date(1));
    AtomicReference<Date> copy = Copies.of(reference);
    assertThat(copy.get()).isEqualTo(new Date(1)).isNotSameAs(reference.get());
    assertThat(Copies.of(new AtomicReference<@Nullable Object>(null)).get()).isNull();
    AtomicIntegerArray ints = Copies.of(new AtomicIntegerArray(new int[] {1, -2}));
    assertThat(ints.get(1)).isEqualTo(-2);
    AtomicLongArray longs = Copies.of(new AtomicLongArray(new long[] {1, Long.MIN_VALUE}));
    assertThat(longs.get(1)).isEqualTo(Long.MIN_VALUE);
    AtomicReferenceArray<Object> array = new AtomicReferenceArray<>(new Object[] {"a", null});
    assertThat(Copies.of(array).get(0)).isEqualTo("a");
    assertThat(Copies.of(array).get(1)).isNull();
  }

  @Test
  void numberArraysAreMetered() {
    for (Object large : new Object[] {new AtomicIntegerArray(300), new AtomicLongArray(150)}) {
      assertThatThrownBy(
              () ->
                  new Copier()
                      .copy(new Object[] {large}, new Meter(new Bounds(10, 1_000, 1 << 30))))
          .hasMessage("more than 1000 bytes");
    }
  }

  @Test
  void optionalsOfPrimitivesAndImmutablesAreShared() throws Uncapturable {
    OptionalInt primitive = OptionalInt.of(1);
    Optional<String> text = Optional.of("x");
    Optional<Date> date = Optional.of(new Date(1));
    assertThat(Copies.of(primitive)).isSameAs(primitive);
    assertThat(Copies.of(text)).isSameAs(text);
    assertThat(Copies.of(date)).isEqualTo(date).isNotSameAs(date);
    assertThat(Copies.of(Optional.empty())).isSameAs(Optional.empty());
  }

  @Test
  void completedFutureIsCopiedWithItsValue() throws Exception {
    CompletableFuture<Date> live = CompletableFuture.completedFuture(new Date(1));
    CompletableFuture<Date> copy = Copies.of(live);
    assertThat(copy.get()).isEqualTo(new Date(1)).isNotSameAs(live.get());
    copy.obtrudeValue(new Date(2));
    assertThat(live.get()).isEqualTo(new Date(1));
  }

  @Test
  void futureWithoutAValueIsRefused() {
    CompletableFuture<Object> failed = new CompletableFuture<>();
    failed.completeExceptionally(new IllegalStateException());
    assertThat(Copies.refusal(failed)).endsWith("has not completed with a value");
    assertThat(Copies.refusal(Collections.singletonList(new CompletableFuture<>())))
        .endsWith("has not completed with a value");
  }

  static final class Rejected extends Exception {
    final List<String> codes = new ArrayList<>(Arrays.asList("E1"));

    Rejected(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  @Test
  void exceptionIsCopiedWithCauseSuppressedAndItsOwnFields() throws Uncapturable {
    Rejected live = new Rejected("rejected", new IllegalStateException("cause"));
    live.addSuppressed(new RuntimeException("other"));
    Rejected copy = Copies.of(live);
    assertThat(copy).isNotSameAs(live).hasMessage("rejected");
    assertThat(copy.getCause()).hasMessage("cause").isNotSameAs(live.getCause());
    assertThat(copy.getSuppressed()).hasSize(1);
    assertThat(copy.getSuppressed()[0]).hasMessage("other").isNotSameAs(live.getSuppressed()[0]);
    assertThat(copy.codes).containsExactly("E1").isNotSameAs(live.codes);
    copy.addSuppressed(new RuntimeException());
    assertThat(live.getSuppressed()).hasSize(1);
  }

  /** Its superclass is in a package that no JVM opens to the agent. */
  static final class Duplicate extends SQLException {
    Duplicate() {
      super("duplicate", "23505", 7);
    }
  }

  @Test
  void stateOfExceptionsInClosedPackagesIsCopied() throws Uncapturable {
    BatchUpdateException batch = new BatchUpdateException("batch", "08001", 9, new int[] {1, -3});
    batch.setNextException(new Duplicate());
    BatchUpdateException copy = Copies.hasty(batch);
    assertThat(copy == batch).isFalse();
    assertThat(copy.getMessage()).isEqualTo("batch");
    assertThat(copy.getSQLState()).isEqualTo("08001");
    assertThat(copy.getErrorCode()).isEqualTo(9);
    assertThat(copy.getUpdateCounts()).containsExactly(1, -3);
    SQLException next = copy.getNextException();
    assertThat(next == batch.getNextException()).isFalse();
    assertThat(next.getClass()).isEqualTo(Duplicate.class);
    assertThat(next.getErrorCode()).isEqualTo(7);
    copy.setNextException(new SQLException());
    assertThat((Object) next.getNextException()).isNotNull();
    assertThat((Object) batch.getNextException().getNextException()).isNull();
  }

  @Test
  void exceptionWithoutACauseStaysInitializable() throws Uncapturable {
    RuntimeException copy = Copies.of(new RuntimeException("alone"));
    assertThat(copy.getCause()).isNull();
    copy.initCause(new IllegalStateException());
    assertThat(copy.getCause()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stackTraceIsCopiedOnlyIfItWasRead() throws Uncapturable {
    RuntimeException unread = new RuntimeException();
    assertThat(Copies.of(unread).getStackTrace()).isEmpty();
    RuntimeException read = new RuntimeException();
    int length = read.getStackTrace().length;
    assertThat(Copies.of(read).getStackTrace()).hasSize(length);
    Copies.of(read).getStackTrace()[0] = new StackTraceElement("a", "b", null, 1);
    assertThat(read.getStackTrace()[0].getClassName()).isEqualTo(getClass().getName());
  }

  static final class Locked {
    final ReentrantLock fair = new ReentrantLock(true);
    final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    final StampedLock stamped = new StampedLock();
  }

  @Test
  void locksAreReplacedByFreeOnes() throws Uncapturable {
    Locked live = new Locked();
    live.fair.lock();
    live.both.writeLock().lock();
    live.stamped.writeLock();
    Locked copy = Copies.of(live);
    assertThat(copy.fair.isLocked()).isFalse();
    assertThat(copy.fair.isFair()).isTrue();
    assertThat(copy.both.isWriteLocked()).isFalse();
    assertThat(copy.both.isFair()).isFalse();
    assertThat(copy.stamped.isWriteLocked()).isFalse();
    assertThat(live.fair.isLocked()).isTrue();
  }

  static final class Guard {
    final Object lock;

    Guard(Object lock) {
      this.lock = lock;
    }
  }

  static final class OwnLock extends ReentrantLock {}

  @Test
  void locksThatCannotBeReplacedAreRefused() {
    assertThat(Copies.refusal(new Guard(new OwnLock())))
        .isEqualTo(OwnLock.class.getName() + " is a lock of the application's own");
    assertThat(Copies.refusal(new Guard(new ReentrantLock().newCondition())))
        .contains(" belongs to ");
    assertThat(Copies.refusal(new Guard(new ReentrantReadWriteLock().readLock())))
        .endsWith(" belongs to another lock");
  }

  @Test
  void plainObjectIsReplacedByAnother() throws Uncapturable {
    Guard live = new Guard(new Object());
    Guard copy = Copies.of(live);
    assertThat(copy.lock.getClass()).isSameAs(Object.class);
    assertThat(copy.lock).isNotSameAs(live.lock);
  }

  @Test
  void collatorIsCloned() throws Uncapturable {
    java.text.Collator live = java.text.Collator.getInstance(java.util.Locale.GERMAN);
    live.setStrength(java.text.Collator.PRIMARY);
    java.text.Collator copy = Copies.of(live);
    assertThat(copy).isNotSameAs(live);
    assertThat(copy.getStrength()).isEqualTo(java.text.Collator.PRIMARY);
    copy.setStrength(java.text.Collator.TERTIARY);
    assertThat(live.getStrength()).isEqualTo(java.text.Collator.PRIMARY);
    assertThat(Objects.hash(live)).isNotZero();
  }
}
