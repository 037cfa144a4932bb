package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.nio.Buffer;
import java.nio.ByteBuffer;

/** Copies byte buffers whole, with position, limit and order: the candidate may rewind its own. */
final class Buffers extends Plan {
  @Override
  Object shell(Object live, Copying run) throws Uncapturable {
    ByteBuffer from = (ByteBuffer) live;
    run.bytes(from.capacity());
    return copy(from);
  }

  // Through Buffer: ByteBuffer's own overrides of these came with Java 9.
  private static ByteBuffer copy(ByteBuffer live) {
    Buffer from = live;
    ByteBuffer all = live.duplicate();
    ((Buffer) all).clear();
    // Always on the heap: for direct memory the JVM may collect garbage and wait, and what it gives
    // is the application's.
    ByteBuffer copy = ByteBuffer.allocate(from.capacity());
    copy.put(all);
    copy.order(live.order());
    ((Buffer) copy).limit(from.limit()).position(from.position());
    return from.isReadOnly() ? copy.asReadOnlyBuffer().order(copy.order()) : copy;
  }
}
