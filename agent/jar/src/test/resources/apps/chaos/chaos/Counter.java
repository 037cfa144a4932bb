package chaos;

import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;

/** The count of calls that the application keeps itself; in a mapped file, so a kill loses nothing. */
public final class Counter {
  private static MappedByteBuffer map;
  private static long entered;
  private static long called;

  private Counter() {}

  static synchronized void open(String file) throws Exception {
    try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
      map = access.getChannel().map(MapMode.READ_WRITE, 0, 64);
    }
  }

  /** The first thing that each control does. */
  static synchronized void entered() {
    entered++;
    if (map != null) {
      map.putLong(0, entered);
    }
  }

  /** The number of controls entered so far. */
  static synchronized long now() {
    return entered;
  }

  /** Notes that so many calls are surely in the journal. */
  static synchronized void certain(long count) {
    map.putLong(16, count);
  }

  /** What the application does before it calls a control. */
  static synchronized void called() {
    called++;
    if (map != null) {
      map.putLong(8, called);
    }
  }
}
