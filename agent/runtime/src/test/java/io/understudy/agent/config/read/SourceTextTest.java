package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
  @TempDir Path directory;

  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  private static List<String> refused(String file) {
    return Refusals.of(() -> ConfigLoader.load(file));
  }

  @Test
  void noFileNamed() {
    assertThat(refused(""))
        .containsExactly(
            "agent argument: no configuration is named;"
                + " write -javaagent:understudy-agent.jar=understudy.yaml, or set the environment"
                + " variable UNDERSTUDY_CONFIG");
  }

  @Test
  void missingFile() throws Exception {
    file("understudy.yml", new byte[0]);

    assertThat(refused(directory + "/understudy.yaml"))
        .containsExactly(
            directory
                + "/understudy.yaml: there is no such file; did you mean \"understudy.yml\"?");
    assertThat(refused(directory + "/other.json"))
        .containsExactly(directory + "/other.json: there is no such file");
    assertThat(refused(directory + "/missing/u.yaml"))
        .containsExactly(
            directory
                + "/missing/u.yaml: there is no such file; "
                + directory
                + "/missing is not a directory either");
  }

  @Test
  void relativeNameIsShownWithItsDirectory() {
    assertThat(refused("no-such-file-anywhere.yaml"))
        .containsExactly(
            "no-such-file-anywhere.yaml: there is no such file (looked in "
                + directoryOfThisJvm()
                + ")");
  }

  private static String directoryOfThisJvm() {
    return new java.io.File("").getAbsolutePath();
  }

  @Test
  void directoryInsteadOfAFile() {
    assertThat(refused(directory.toString()))
        .containsExactly(directory + ": is a directory; name the YAML file in it");
  }

  @Test
  void emptyFile() throws Exception {
    String file = file("u.yaml", new byte[0]);

    assertThat(refused(file)).containsExactly(file + ":1:1: is empty; it needs calls: at least");
  }

  @Test
  void fileThatIsNotUtf8() throws Exception {
    byte[] latin1 = "a: b\nname: caf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1);
    String file = file("u.yaml", latin1);

    assertThat(refused(file))
        .containsExactly(
            file + ":2:10: is not UTF-8: byte 0xE9 is not valid here; save the file as UTF-8");
  }

  @Test
  void fileThatEndsWithinACharacter() throws Exception {
    String file = file("u.yaml", new byte[] {'a', ':', ' ', (byte) 0xE2, (byte) 0x82});

    assertThat(refused(file))
        .containsExactly(
            file + ":1:4: is not UTF-8: byte 0xE2 is not valid here; save the file as UTF-8");
  }

  @Test
  void byteOrderMark() throws Exception {
    String text = "\uFEFF" + ConfigDefaultsTest.SHORTEST;
    String file = file("u.yaml", text.getBytes(StandardCharsets.UTF_8));

    assertThat(ConfigLoader.load(file).calls()).hasSize(1);
  }

  @Test
  void windowsLineEnds() throws Exception {
    String text = ConfigDefaultsTest.DESIGN.replace("\n", "\r\n");
    String file = file("u.yaml", text.getBytes(StandardCharsets.UTF_8));

    assertThat(ConfigLoader.load(file).application()).isEqualTo("billing");
  }

  @Test
  void hugeFile() throws Exception {
    String file = file("u.yaml", new byte[SourceText.MOST_BYTES + 1]);

    assertThat(refused(file))
        .containsExactly(
            file + ": is larger than 1 MB; a configuration is smaller, is this the right file?");
  }

  @Test
  void invalidFileName() {
    assertThat(refused("a\0b"))
        .containsExactly("a\0b: is not the name of a file: Nul character not allowed");
  }
}
