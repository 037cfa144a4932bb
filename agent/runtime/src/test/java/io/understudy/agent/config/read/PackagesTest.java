package io.understudy.agent.config.read;

import static io.understudy.agent.config.read.Refusals.callPoint;
import static io.understudy.agent.config.read.Refusals.top;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The packages whose implementors are woven. */
class PackagesTest {
  private static Config config(String... lines) throws ConfigException {
    return ConfigLoader.parse("u.yaml", String.join("\n", lines));
  }

  @Test
  void callPointsInheritOrReplaceThem() throws Exception {
    Config config =
        config(
            "packages: [com.acme, org.acme.billing]",
            "calls:",
            "  - { control: a.Old#a, candidate: a.New#a }",
            "  - { control: a.Old#b, candidate: a.New#b, packages: [a] }",
            "  - { control: a.Old#c, candidate: a.New#c, packages: [] }");

    assertThat(config.calls())
        .extracting(CallConfig::packages)
        .containsExactly(
            Arrays.asList("com.acme", "org.acme.billing"),
            Collections.singletonList("a"),
            Collections.emptyList());
  }

  @Test
  void noneByDefault() throws Exception {
    assertThat(config("calls: [ { control: a.Old#q, candidate: a.New#q } ]").calls().get(0))
        .extracting(CallConfig::packages)
        .isEqualTo(Collections.emptyList());
  }

  @Test
  void packagesChangeTheHashButTheirOrderDoesNot() throws Exception {
    String calls = "calls: [ { control: a.Old#q, candidate: a.New#q } ]";
    String hash = config("packages: [a, b]", calls).hash();

    assertThat(config("packages: [b, a]", calls).hash()).isEqualTo(hash);
    assertThat(
            config("calls: [ { packages: [a, b], control: a.Old#q, candidate: a.New#q } ]").hash())
        .isEqualTo(hash);
    assertThat(config("packages: [a]", calls).hash()).isNotEqualTo(hash);
    assertThat(config("packages: []", calls).hash()).isEqualTo(config(calls).hash());
  }

  @Test
  void invalidPackages() {
    assertThat(top("packages: [com.acme.*, com/acme, 'a b', java.util, com.acme., 1]"))
        .containsExactly(
            "u.yaml:1:12: packages[0]: expected a package such as com.acme, found com.acme.*; write com.acme, which stands for all packages below it, too",
            "u.yaml:1:24: packages[1]: expected a package such as com.acme, found com/acme; write com.acme, which stands for all packages below it, too",
            "u.yaml:1:34: packages[2]: expected a package such as com.acme, found the text \"a b\"",
            "u.yaml:1:41: packages[3]: expected a package such as com.acme, found java.util, which belongs to the JDK; only the application's classes are woven",
            "u.yaml:1:52: packages[4]: expected a package such as com.acme, found com.acme.; write com.acme, which stands for all packages below it, too",
            "u.yaml:1:63: packages[5]: expected a package such as com.acme, found 1");
    assertThat(callPoint("packages: com.acme"))
        .containsExactly("u.yaml:4:15: calls[0].packages: expected a list, found com.acme");
    assertThat(callPoint("packages: [a, a]"))
        .containsExactly("u.yaml:4:19: calls[0].packages[1]: is given twice");
    assertThat(callPoint("package: [a]"))
        .singleElement()
        .asString()
        .startsWith(
            "u.yaml:4:5: calls[0].package: there is no such key here; did you mean \"packages\"?");
  }

  @Test
  void topLevelPackageIsAWarning() throws Exception {
    assertThat(
            config("packages: [com]", "calls: [ { control: a.Old#q, candidate: a.New#q } ]")
                .warnings())
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "u.yaml:1:12: packages[0]: covers nearly every class, and each class is checked"
                + " when it is loaded; name the packages of the application");
  }
}
