package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.counting.CallCounts;
import io.understudy.agent.counting.MethodCount;
import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals by counted calls. */
class OperationCallsTest {
  private static final String[] SOURCES = {
    "package com.acme; public interface Tariffs { long rate(int zone); }",
    "package com.acme; class Day implements Tariffs {"
        + " public long rate(int zone) { return zone * 2; } }",
    "package com.acme; class Night implements Tariffs {"
        + " public long rate(int zone) { return zone * 3; } }",
    "package com.acme; public class OrderService { public long sum(long a) { return a * 2; }"
        + " public long half(long a) { return a / 2; } }"
  };

  @TempDir Path directory;

  private List<String> lines(SuggestOptions options) throws Exception {
    CallCounts counts =
        new CallCounts(
            2_500,
            Arrays.asList(
                new MethodCount("com.acme.Day", "rate(I)J", 1_000, 2, 3_000_000, 3),
                new MethodCount("com.acme.Night", "rate(I)J", 234, 0, 0, 1),
                new MethodCount("com.acme.OrderService", "sum(J)J", 0, 0, 0, 0),
                new MethodCount("com.acme.OrderService", "half(J)J", 1, 1, 90, 1),
                new MethodCount("com.acme.OrderService", "half(J)J", 1, 1, 110, 1)),
            Collections.emptyList());
    String classes = Sources.compile(directory, SOURCES).toString();
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classes))) {
      return Arrays.stream(Suggestion.of(files, options, counts).text().split("\n"))
          .filter(line -> line.contains("ount") || line.startsWith("  "))
          .collect(Collectors.toList());
    }
  }

  @Test
  void mostCalledFirst() throws Exception {
    assertThat(lines(SuggestOptions.of("com.acme", null, 300, false)))
        .containsExactly(
            "# Counted for 2.5 s: 4 of 5 methods were called. The others are left out;"
                + " --uncalled shows them.",
            "  # com.acme.Tariffs: 1,234 calls",
            "  - control: com.acme.Tariffs#rate  # 1,234 calls, about 3 threads, 1.5 ms each;"
                + " 2 classes implement it",
            "    packages: [com.acme]",
            "    candidate: TODO#rate",
            "  # com.acme.OrderService: 2 calls",
            "  - control: com.acme.OrderService#half  # 2 calls, about 1 thread, 100 ns each",
            "    candidate: TODO#half");
  }

  @Test
  void uncalledMethodsOnRequest() throws Exception {
    assertThat(lines(SuggestOptions.of("com.acme", null, 300, false).withUncalled()))
        .endsWith("  - control: com.acme.OrderService#sum  # 0 calls", "    candidate: TODO#sum");
  }
}
