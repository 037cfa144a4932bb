package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Copies buffers completely, with position, limit and byte order, since the candidate may rewind
 * its copy. Copies are always on the heap: an allocation of direct memory may wait for a garbage
 * collection, and reduces the direct memory that the application may use.
 */
final class BufferPlan extends Plan {
  private static final int WIDEST = 8;

  @Override
  public Object shell(Object live, CopyWalk walk) throws Uncapturable {
    Buffer from = (Buffer) live;
    walk.meterBytes((long) (live instanceof ByteBuffer ? 1 : WIDEST) * from.capacity());
    Buffer copy = whole(from);
    copy.limit(from.limit()).position(from.position());
    if (!from.isReadOnly()) {
      return copy;
    }
    return readOnly(copy);
  }

  // Calls the methods of Buffer, since the overrides of clear and flip came with Java 9.
  private static <B extends Buffer> B rewound(B duplicate) {
    ((Buffer) duplicate).clear();
    return duplicate;
  }

  private static Buffer whole(Buffer live) {
    int capacity = live.capacity();
    if (live instanceof ByteBuffer) {
      ByteBuffer from = (ByteBuffer) live;
      return ByteBuffer.allocate(capacity).put(rewound(from.duplicate())).order(from.order());
    }
    if (live instanceof CharBuffer) {
      return CharBuffer.allocate(capacity).put(rewound(((CharBuffer) live).duplicate()));
    }
    if (live instanceof IntBuffer) {
      return IntBuffer.allocate(capacity).put(rewound(((IntBuffer) live).duplicate()));
    }
    if (live instanceof LongBuffer) {
      return LongBuffer.allocate(capacity).put(rewound(((LongBuffer) live).duplicate()));
    }
    if (live instanceof ShortBuffer) {
      return ShortBuffer.allocate(capacity).put(rewound(((ShortBuffer) live).duplicate()));
    }
    return live instanceof FloatBuffer
        ? FloatBuffer.allocate(capacity).put(rewound(((FloatBuffer) live).duplicate()))
        : DoubleBuffer.allocate(capacity).put(rewound(((DoubleBuffer) live).duplicate()));
  }

  private static Buffer readOnly(Buffer copy) {
    if (copy instanceof ByteBuffer) {
      return ((ByteBuffer) copy).asReadOnlyBuffer().order(((ByteBuffer) copy).order());
    }
    if (copy instanceof CharBuffer) {
      return ((CharBuffer) copy).asReadOnlyBuffer();
    }
    if (copy instanceof IntBuffer) {
      return ((IntBuffer) copy).asReadOnlyBuffer();
    }
    if (copy instanceof LongBuffer) {
      return ((LongBuffer) copy).asReadOnlyBuffer();
    }
    if (copy instanceof ShortBuffer) {
      return ((ShortBuffer) copy).asReadOnlyBuffer();
    }
    return copy instanceof FloatBuffer
        ? ((FloatBuffer) copy).asReadOnlyBuffer()
        : ((DoubleBuffer) copy).asReadOnlyBuffer();
  }
}
