package io.understudy.agent.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods are proposed, and in whose name. */
class OperationsTest {
  @TempDir Path directory;

  private List<String> controls(String... sources) {
    return Suggesting.from(directory, sources).controls();
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
  void whatALibraryCallsBack() {
    assertThat(
            controls(
                "package com.acme; import java.util.*; public class Feed implements Iterator<String>,"
                    + " Comparator<String>, Runnable { public boolean hasNext() { return hashCode() > 1; }"
                    + " public String next() { return toString(); } public void run() { hashCode(); }"
                    + " public int compare(String a, String b) { return a.compareTo(b); }"
                    + " public String read(int n) { return \"\" + n; } }"))
        .containsExactly("com.acme.Feed#read");
  }

  @Test
  void delegatingAccessorsOfServicesOnlyWhereTheyDoSomething() {
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
                    + " public abstract long rate(int a); public long twice(int a) { return 2 * rate(a); }"
                    + " public static class InnerService { public long rate(long a) { return a * 3; } } }",
                "package com.acme; public interface Api {"
                    + " default long thrice(int a) { return 3L * a; } }"))
        .containsExactlyInAnyOrder(
            "com.acme.BaseService#twice",
            "com.acme.BaseService$InnerService#rate",
            "com.acme.Api#thrice");
  }

  @Test
  void neitherNativeNorWhatCompilersAdd() {
    assertThat(
            controls(
                "package com.acme; public class Engine implements java.util.function.Supplier<String>"
                    + " { public native long run(int a); public long calls(int n) {"
                    + " Runnable r = () -> { hashCode(); }; r.run(); return n + 1L; }"
                    + " public String get() { return toString(); } }"))
        .containsExactly("com.acme.Engine#calls");
  }
}
