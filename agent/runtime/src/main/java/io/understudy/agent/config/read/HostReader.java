package io.understudy.agent.config.read;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a candidate in another JVM: {@code host: 127.0.0.1:7070}, {@code token-file},
 * {@code tls}. For one call point.
 */
final class HostReader {
  private final Section section;
  private final ConfigProblems problems;
  private final Path base;
  private final List<TypeConfig> types;

  /**
   * Creates a reader.
   *
   * @param section what is under {@code candidate:}
   * @param base the directory from which relative names of files start
   * @param types how results are read
   */
  HostReader(Section section, ConfigProblems problems, Path base, List<TypeConfig> types) {
    this.section = section;
    this.problems = problems;
    this.base = base;
    this.types = types;
  }

  /** Returns where the candidate runs; null if that is this JVM, or a problem was added. */
  @Nullable HostConfig read() {
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
      if (tls.take("trust") == null) {
        tls.refuse(
            tls.where(),
            "trust",
            "is missing; name the file with the certificate of the host, in PEM");
      }
    }
    if (section.take("host") == null) {
      refuseAlone("token-file");
      refuseAlone("tls");
    }
    if (address == null) {
      return null;
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
    return address.with(text(token), text(trust), types);
  }

  private void refuseAlone(String key) {
    YamlNode given = section.take(key);
    if (given != null) {
      section.refuse(given.where(), key, "has a meaning only with host:; remove it");
    }
  }

  private @Nullable String text(@Nullable Path file) {
    return file == null ? null : base.resolve(file).toString();
  }

  private static ValueKind<Path> file() {
    return ValueKinds.named("the name of a file");
  }
}
