package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassLocationsTest {
  @TempDir Path directory;

  @Test
  void filesBehindUrls() throws Exception {
    Path jar = Files.createFile(directory.resolve("my app.jar"));
    String url = jar.toUri().toString();

    for (String place :
        Arrays.asList(
            url,
            "jar:" + url + "!/",
            "jar:" + url + "!/BOOT-INF/classes!/",
            "jar:nested:" + url.substring("file://".length()) + "/!BOOT-INF/classes/!/")) {
      assertThat(ClassLocations.classPath(Collections.singleton(place)))
          .as(place)
          .isEqualTo(jar.toString());
    }
  }

  @Test
  void eachOnceAndOnlyWhatIsThere() {
    String url = directory.toUri().toString();

    assertThat(
            ClassLocations.classPath(
                Arrays.asList(url, url, "vfs:/content/x.war", "file:/not/there")))
        .isEqualTo(new File(directory.toString()).getPath());
  }
}
