package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proposed methods, and the classes that they are named with. */
class OperationFinderTest {
  @TempDir Path directory;

  private List<String> controls(String... sources) {
    return SuggestFixture.from(directory, sources).controls();
  }

  @Test
  void oneImplementor() {
    assertThat(
            controls(
                "package com.acme; public interface Tariffs { long rate(int zone); }",
                "package com.acme; class TariffsImpl implements Tariffs {"
                    + " public long rate(int zone) { return hashCode() + zone; } }"))
        .containsExactly("com.acme.TariffsImpl#rate");
  }

  @Test
  void mocksAreNoImplementors() {
    assertThat(
            controls(
                "package com.acme; public interface Tariffs { long rate(int zone); }",
                "package com.acme; class TariffsImpl implements Tariffs {"
                    + " public long rate(int zone) { return hashCode() + zone; } }",
                "package com.acme; class MockTariffs implements Tariffs {"
                    + " public long rate(int zone) { return hashCode(); } }"))
        .containsExactly("com.acme.TariffsImpl#rate");
  }

  @Test
  void callbacksOfLibraries() {
    assertThat(
            controls(
                "package com.acme; import java.util.*; public class Feed implements"
                    + " Iterator<String>, Comparator<String>, Runnable { public boolean"
                    + " hasNext() { return hashCode() > 1; } public String next() { return"
                    + " toString(); } public void run() { hashCode(); } public int"
                    + " compare(String a, String b) { return a.compareTo(b); } public String"
                    + " read(int n) { return \"\" + n; } }"))
        .containsExactly("com.acme.Feed#read");
  }

  @Test
  void accessorsWithLogic() {
    assertThat(
            controls(
                "package com.acme; import java.util.*; public class RateService {"
                    + " private List<String> all; public List<String> getAll() { return all; }"
                    + " public String version() { return \"1\"; }"
                    + " public List<String> getOpen() { return new ArrayList<>(all); } }"))
        .containsExactly("com.acme.RateService#getOpen");
  }

  @Test
  void bodiesOfAbstractAndOfNestedClassesAndOfDefaultMethods() {
    assertThat(
            controls(
                "package com.acme; public abstract class BaseService {"
                    + " public abstract long rate(int a); public long twice(int a) { return 2"
                    + " * rate(a); }"
                    + " public static class InnerService { public long rate(long a) { return"
                    + " a * 3; } } }",
                "package com.acme; public interface Api {"
                    + " default long thrice(int a) { return 3L * a; } }"))
        .containsExactlyInAnyOrder(
            "com.acme.BaseService#twice",
            "com.acme.BaseService$InnerService#rate",
            "com.acme.Api#thrice");
  }

  @Test
  void nativeAndSyntheticMethods() {
    assertThat(
            controls(
                "package com.acme; public class Engine implements"
                    + " java.util.function.Supplier<String> { public native long run(int a);"
                    + " public long calls(int n) { Runnable r = () -> { hashCode(); }; r.run();"
                    + " return n + 1L; } public String get() { return toString(); } }"))
        .containsExactly("com.acme.Engine#calls");
  }

  @Test
  void severalImplementors() {
    SuggestFixture suggesting =
        SuggestFixture.from(
            directory,
            "package com.acme; public interface Tariffs<T> { long rate(T zone); }",
            "package com.acme; abstract class Base implements Tariffs<String> {"
                + " public long rate(String zone) { return zone.length(); } }",
            "package com.acme; class Night extends Base {"
                + " public long rate(String zone) { return super.rate(zone) * 2; } }",
            "package com.acme; class Day implements Tariffs<Long> {"
                + " public long rate(Long zone) { return zone + 1; } }");

    assertThat(suggesting.lines())
        .containsExactly(
            "  # com.acme.Tariffs: implemented by 3 classes",
            "  - control: com.acme.Tariffs#rate  # 3 classes implement it",
            "    packages: [com.acme]",
            "    candidate: TODO#rate");
  }

  @Test
  void overriddenMethod() {
    assertThat(
            SuggestFixture.from(
                    directory,
                    "package com.acme; public class Tariffs { public long rate(int a) {"
                        + " return a * 2; }"
                        + " public long fee(int a) { return a * 3; } }",
                    "package com.acme; class Night extends Tariffs {"
                        + " public long rate(int zone) { return hashCode(); } }")
                .lines())
        .containsExactly(
            "  # com.acme.Tariffs: overridden by 1 class",
            "  - control: com.acme.Tariffs#rate  # 2 classes implement it",
            "    packages: [com.acme]",
            "    candidate: TODO#rate",
            "  - control: com.acme.Tariffs#fee",
            "    candidate: TODO#fee");
  }

  /** Neither interface declares all three bodies, so each class has its own call point. */
  @Test
  void interfacesThatOverlap() {
    assertThat(
            controls(
                "package com.acme; public interface Day { long rate(int zone); }",
                "package com.acme; public interface Night { long rate(int zone); }",
                "package com.acme; class A implements Day {"
                    + " public long rate(int zone) { return zone * 2; } }",
                "package com.acme; class B implements Day, Night {"
                    + " public long rate(int zone) { return zone * 3; } }",
                "package com.acme; class C implements Night {"
                    + " public long rate(int zone) { return zone * 4; } }"))
        .containsExactlyInAnyOrder("com.acme.A#rate", "com.acme.B#rate", "com.acme.C#rate");
  }
}
