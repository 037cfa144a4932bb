package app;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Adds up the tallies of the journal while it grows; reads what is sealed. */
final class Journal {
  private static final int INTERCEPTED = 0;
  private static final int ENDED = 1;

  private final File directory;
  private final Map<String, Long> offsets = new HashMap<String, Long>();
  private final Map<String, long[]> sums = new TreeMap<String, long[]>();

  Journal(File directory) {
    this.directory = directory;
  }

  long intercepted(String point) {
    long[] sum = sums.get(point);
    return sum == null ? 0 : sum[INTERCEPTED];
  }

  long ended(String point) {
    long[] sum = sums.get(point);
    return sum == null ? 0 : sum[ENDED];
  }

  /** Reads what was sealed since the last time. */
  void read() throws IOException {
    File[] files = directory.listFiles();
    if (files == null) {
      return;
    }
    for (File file : files) {
      String name = file.getName();
      boolean isPacked = name.endsWith(".jsonl.gz");
      if (isPacked || name.endsWith(".jsonl")) {
        String base = isPacked ? name.substring(0, name.length() - 3) : name;
        Long known = offsets.get(base);
        long offset = known == null ? 0 : known;
        if (isPacked ? offset >= 0 && !new File(directory, base).exists() : file.length() > offset) {
          offsets.put(base, read(file, isPacked, Math.max(0, offset)));
        }
      }
    }
  }

  /** Returns the offset to continue from; -1 after a packed file, which does not grow. */
  private long read(File file, boolean isPacked, long from) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream raw = new FileInputStream(file);
    try {
      InputStream in = isPacked ? new GZIPInputStream(raw) : raw;
      for (long skipped = 0; skipped < from; ) {
        long n = in.skip(from - skipped);
        if (n <= 0) {
          return from;
        }
        skipped += n;
      }
      byte[] buffer = new byte[65536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    } finally {
      raw.close();
    }
    String text = new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
    int seal = text.lastIndexOf("\n{\"entry\":\"seal\"");
    int end = seal < 0 ? -1 : text.indexOf('\n', seal + 1);
    if (end >= 0) {
      for (String line : text.substring(0, end).split("\n")) {
        if (line.startsWith("{\"entry\":\"tally\"")) {
          add(line);
        }
      }
    }
    return isPacked ? -1 : from + end + 1;
  }

  private void add(String line) {
    int name = line.indexOf("\"point\":\"") + 9;
    String point = line.substring(name, line.indexOf('"', name));
    long[] sum = sums.get(point);
    if (sum == null) {
      sum = new long[2];
      sums.put(point, sum);
    }
    int intercepted = line.indexOf("\"intercepted\":");
    if (intercepted >= 0) {
      sum[INTERCEPTED] += number(line, intercepted + 14);
    }
    int fates = line.indexOf("\"fates\":{");
    if (fates >= 0) {
      for (String each : line.substring(fates + 9, line.indexOf('}', fates)).split(",")) {
        int colon = each.indexOf(':');
        if (colon >= 0) {
          sum[ENDED] += number(each, colon + 1);
        }
      }
    }
  }

  private static long number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Long.parseLong(text.substring(from, end));
  }
}
