package io.understudy.agent.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class ZipDirectoryTest {
  private static byte[] zip(Map<String, byte[]> entries, boolean stored, String comment)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(comment);
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        if (stored) {
          CRC32 crc = new CRC32();
          crc.update(each.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(each.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    }
    return out.toByteArray();
  }

  private interface Check {
    void on(ZipDirectory directory) throws IOException;
  }

  private static void read(byte[] bytes, Check check) throws IOException {
    Path file = Files.createTempFile("zip", ".jar");
    try {
      Files.write(file, bytes);
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
        check.on(ZipDirectory.read(open));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] join(byte[] before, byte[] bytes) {
    byte[] all = java.util.Arrays.copyOf(before, before.length + bytes.length);
    System.arraycopy(bytes, 0, all, before.length, bytes.length);
    return all;
  }

  @Property(tries = 200)
  void entriesReadAsTheyWereWritten(
      @ForAll @Size(max = 20) Map<@StringLength(min = 1, max = 30) String, byte[]> entries,
      @ForAll boolean stored,
      @ForAll @Size(max = 100) byte[] before,
      @ForAll @StringLength(max = 50) String comment)
      throws IOException {
    entries.keySet().removeIf(name -> name.indexOf('\ud800') >= 0 || !isPlain(name));
    String plain = isPlain(comment) ? comment : "";
    read(
        join(before, zip(entries, stored, plain)),
        directory -> {
          assertThat(directory.names()).containsExactlyElementsOf(entries.keySet());
          for (Map.Entry<String, byte[]> each : entries.entrySet()) {
            assertThat(directory.read(each.getKey())).isEqualTo(each.getValue());
          }
        });
  }

  /** Whether a name is the same in UTF-8 and back, and cannot look like the end of a zip. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0xd800);
  }

  /** Whatever the damage is, each entry is read as it was, or there is an error. */
  @Property(tries = 100)
  void damageIsNoticed(@ForAll @IntRange(min = 0) int at, @ForAll byte value) throws IOException {
    byte[] content = new byte[300];
    new Random(1).nextBytes(content);
    byte[] bytes = zip(java.util.Collections.singletonMap("a", content), at % 2 == 0, "");
    bytes[at % bytes.length] = value;
    try {
      read(
          bytes,
          directory -> {
            for (String name : directory.names()) {
              assertThat(directory.read(name)).isEqualTo(content);
            }
          });
    } catch (IOException noticed) {
      assertThat(noticed.getMessage()).isNotEmpty();
    }
  }

  @Test
  void fileThatIsNoJarIsRefused() {
    assertThatThrownBy(() -> read(new byte[0], directory -> {}))
        .hasMessage("it is no jar, or it is cut off");
    assertThatThrownBy(() -> read("<html>404</html>".getBytes("UTF-8"), directory -> {}))
        .hasMessage("it is no jar, or it is cut off");
  }

  @Test
  void directoryOfMoreThan65535EntriesIsRead() throws IOException {
    Map<String, byte[]> many = new java.util.LinkedHashMap<>();
    for (int i = 0; i < 70_000; i++) {
      many.put("e" + i, new byte[0]);
    }
    read(zip(many, false, ""), directory -> assertThat(directory.names()).hasSize(70_000));
  }
}
