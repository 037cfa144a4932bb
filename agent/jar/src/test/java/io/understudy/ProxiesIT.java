package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** One logical call through real proxies of Spring, CGLIB and the JDK is captured once. */
class ProxiesIT {
  private static final String OUT =
      String.join(
          "\n",
          "spring cglib: a1",
          "spring cglib of a subclass: a1s",
          "spring jdk: a1",
          "spring twice: a1",
          "cglib super: a1",
          "jdk: a1",
          "decorators: a1scc",
          "mutual recursion: aaaa",
          "nested points: atat",
          "");

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void oneLogicalCallIsCapturedOnce(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory);
    for (Class<?> library :
        new Class<?>[] {
          org.springframework.aop.framework.ProxyFactory.class,
          org.springframework.beans.BeanUtils.class,
          org.springframework.core.SpringVersion.class,
          org.apache.commons.logging.LogFactory.class,
        }) {
      jvm.classPath(Paths.get(library.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    Run run =
        jvm.appOf("proxies")
            .yaml(
                "packages: [app]\n"
                    + "calls:\n"
                    + "  - { name: all, control: app.Pricing#quote, candidate: app.Pricings$Next#quote }\n"
                    + "  - { name: special, control: app.Pricings$Special#quote, candidate: app.Pricings$Next#quote, packages: [] }\n"
                    + "  - { name: taxes, control: app.Pricings$Taxes#add, candidate: app.Pricings$Next#quote }\n")
            .run("app.Main");
    assertThat(run.out()).as(run.toString()).isEqualTo(OUT);
    assertThat(run.books("all").intercepted()).as(run.log()).isEqualTo(9);
    assertThat(run.books("special").intercepted()).isEqualTo(2);
    assertThat(run.books("taxes").intercepted()).isEqualTo(2);
    assertThat(run.log())
        .contains("all: woven into app.Pricings$Plain", "all: woven into app.Pricings$Special")
        .doesNotContain("woven into app.Pricings$Plain$$", "$Proxy");
  }
}
