package io.understudy.agent.config.read;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code candidate: { class: com.acme.Pricing, method: quote, host: 127.0.0.1:7070 }}: a
 * candidate in another JVM. For one call point.
 */
final class HostReader {
  private static final String EXPECTED =
      "{ class: com.acme.Pricing, method: quote, host: 127.0.0.1:7070 }";

  private final Section call;
  private final ConfigProblems problems;
  private final List<TypeConfig> types;
  private @Nullable MethodRef candidate;
  private @Nullable HostConfig host;

  HostReader(Section call, ConfigProblems problems, List<TypeConfig> types) {
    this.call = call;
    this.problems = problems;
    this.types = types;
  }

  /** Whether the candidate is written as a mapping, which this class reads. */
  static boolean isMapping(Section call) {
    return call.take("candidate") instanceof YamlNode.Mapping;
  }

  void read() {
    Section section = call.section("candidate");
    String className =
        section.optional("class", ValueKinds.text("a class such as com.acme.Pricing", "\\S+"));
    String method =
        section.optional(
            "method",
            ValueKinds.text("a method such as quote, or quote(com.acme.Cart, int)", "[^#]+"));
    HostConfig address =
        section.optional(
            "host",
            ValueKinds.kind(
                "HOST:PORT such as 127.0.0.1:7070", scalar -> HostConfig.parse(scalar.text())));
    Path token = section.optional("token-file", file());
    Section tls = section.optionalSection("tls");
    Path trust = tls == null ? null : tls.optional("trust", file());
    if (tls != null) {
      tls.refuseUnknownKeys();
      requireKey(tls, "trust", "name the file with the certificate of the host, in PEM");
    }
    section.refuseUnknownKeys();
    requireKey(section, "class", "write the candidate as " + EXPECTED);
    requireKey(section, "method", "write the candidate as " + EXPECTED);
    requireKey(section, "host", "write the candidate as " + EXPECTED);
    if (className == null || method == null || address == null) {
      return;
    }
    if (!address.isLoopback() && (token == null || trust == null)) {
      YamlNode at = section.take("host");
      problems.add(
          at == null ? section.where() : at.where(),
          section.path("host"),
          address.address()
              + " is beyond this machine: set token-file and tls: { trust: FILE } beside it,"
              + " since the arguments of calls travel there");
    }
    candidate = parse(section, className, method);
    host = address.with(text(token), text(trust), types);
  }

  private @Nullable MethodRef parse(Section section, String className, String method) {
    try {
      return MethodRef.parse(className + "#" + method);
    } catch (IllegalArgumentException wrong) {
      section.refuse(section.where(), "method", String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private static @Nullable String text(@Nullable Path file) {
    return file == null ? null : file.toString();
  }

  private static void requireKey(Section section, String key, String advice) {
    if (section.take(key) == null) {
      section.refuse(section.where(), key, "is missing; " + advice);
    }
  }

  private static ValueKind<Path> file() {
    return ValueKinds.named("the name of a file");
  }

  /** The candidate's method; null if an error was reported. */
  @Nullable MethodRef candidate() {
    return candidate;
  }

  /** Where it runs; null if an error was reported. */
  @Nullable HostConfig host() {
    return host;
  }
}
