package io.understudy.tool.suggest;

import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proposes call points for an application whose sources a test has as text. */
final class SuggestFixture {
  private final String classPath;
  private String packages = "com.acme";
  private @Nullable String candidates;
  private int most = 300;
  private boolean writes;

  private SuggestFixture(String classPath) {
    this.classPath = classPath;
  }

  /** Compiles the sources into a directory. */
  static SuggestFixture from(Path directory, String... sources) {
    return on(Sources.compile(directory, sources).toString());
  }

  static SuggestFixture on(String classPath) {
    return new SuggestFixture(classPath);
  }

  SuggestFixture packages(String names) {
    packages = names;
    return this;
  }

  SuggestFixture candidates(String names) {
    candidates = names;
    return this;
  }

  SuggestFixture most(int count) {
    most = count;
    return this;
  }

  SuggestFixture writes() {
    writes = true;
    return this;
  }

  Suggestion suggestion() {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classPath))) {
      return Suggestion.of(files, SuggestOptions.of(packages, candidates, most, writes));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines below {@code calls:}, without empty ones. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(Arrays.asList(suggestion().text().split("\n")));
    return lines.subList(lines.indexOf("calls:") + 1, lines.size()).stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toList());
  }

  /** The controls of the proposed call points. */
  List<String> controls() {
    return lines().stream()
        .filter(line -> line.matches(" {4}control: .*| {2}- control: .*"))
        .map(line -> line.replaceAll("^.*control: |  #.*$", ""))
        .collect(Collectors.toList());
  }
}
