package io.understudy.agent.config.read;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.HttpConfig;
import io.understudy.agent.config.InstanceKind;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code candidate:}: a method, or a mapping that says also where its class and its instance
 * come from, in which JVM it runs, or by which request it is asked. Not thread-safe.
 */
final class CandidateReader {
  /** Stands for the method of a candidate that is asked by HTTP. */
  private static final MethodRef BY_HTTP = new MethodRef("http", "request", null);

  private static final ValueKind<String> CLASS =
      ValueKinds.text("a class such as com.acme.next.Pricing", "[^#()\\s]+");
  private static final ValueKind<String> METHOD =
      ValueKinds.text("a method such as quote, or quote(com.acme.Cart, int)", "[^#]+");

  private static final ValueKind<String> BEAN =
      ValueKinds.text("a name of 1 to 500 characters", "\\S(.{0,498}\\S)?");
  private static final Set<InstanceKind> OF_APPLICATION =
      EnumSet.of(InstanceKind.SPRING, InstanceKind.REGISTERED, InstanceKind.CONSTRUCT);
  private static final Set<InstanceKind> NAMED =
      EnumSet.of(InstanceKind.SPRING, InstanceKind.REGISTERED, InstanceKind.SERVICES);

  private final Path base;
  private final List<TypeConfig> types;
  private @Nullable MethodRef method;
  private @Nullable IsolationConfig isolation;
  private @Nullable InstanceKind instance;
  private @Nullable String bean;
  private @Nullable HostConfig host;
  private @Nullable HttpConfig http;
  private boolean isIsolated;
  private boolean isRemote;
  private boolean isHttp;

  /**
   * Creates a reader.
   *
   * @param base the directory of the configuration, from which relative paths start
   * @param types how classes are read, in a host too
   */
  CandidateReader(Path base, List<TypeConfig> types) {
    this.base = base;
    this.types = types;
  }

  /** Reads the candidate of a call point; adds a problem if there is none. */
  void read(Section call, ConfigProblems problems) {
    YamlNode given = call.take("candidate");
    if (given == null) {
      call.refuse(
          call.where(),
          "candidate",
          "is missing; name the new method, as in com.acme.Pricing#quote");
    } else if (given instanceof YamlNode.Mapping) {
      readMapping(call.section("candidate"), problems);
    } else {
      method = call.optional("candidate", ValueKinds.method());
    }
  }

  private void readMapping(Section section, ConfigProblems problems) {
    isHttp = section.take("http") != null;
    if (isHttp) {
      http = new HttpReader(section, problems).read();
      method = http == null ? null : BY_HTTP;
      section.refuseUnknownKeys();
      return;
    }
    String type = required(section, "class", CLASS, "com.acme.next.Pricing");
    String name = required(section, "method", METHOD, "quote");
    List<PositionedValue<String>> classPath = section.list("classpath", ClassPathReader.ENTRY);
    Set<String> shared = SharedReader.read(section, problems);
    isIsolated = section.take("classpath") != null;
    if (isIsolated) {
      isolation = new ClassPathReader(base, problems).read(section, classPath, shared);
    } else if (!shared.isEmpty()) {
      section.refuse(
          section.where(),
          "shared",
          "has a meaning only with classpath: without it, candidate and application share all"
              + " classes; remove the key");
    }
    readInstance(section);
    isRemote = section.take("host") != null;
    if (isRemote) {
      refuseWithHost(section);
    }
    host = new HostReader(section, problems, base, types).read();
    section.refuseUnknownKeys();
    if (type != null && name != null) {
      try {
        method = MethodRef.parse(type + "#" + name);
      } catch (IllegalArgumentException wrong) {
        section.refuse(String.valueOf(wrong.getMessage()));
      }
    }
  }

  private void readInstance(Section section) {
    instance = section.optional("instance", ValueKinds.choice(InstanceKind.class));
    bean = section.optional("bean", BEAN);
    YamlNode given = section.take("instance");
    if (isIsolated && given != null && instance != null && OF_APPLICATION.contains(instance)) {
      section.refuse(
          given.where(),
          "instance",
          "is an object of the application, whose class is not the one on classpath:; remove one"
              + " of the two");
    }
    YamlNode named = section.take("bean");
    if (named != null && (instance == null || !NAMED.contains(instance))) {
      section.refuse(
          named.where(),
          "bean",
          "has a meaning only with instance: spring, services or registered");
    }
  }

  private static void refuseWithHost(Section section) {
    for (String key : new String[] {"classpath", "shared", "instance", "bean"}) {
      YamlNode given = section.take(key);
      if (given != null) {
        section.refuse(
            given.where(), key, "has no meaning with host:, which runs in another JVM; remove it");
      }
    }
  }

  private static @Nullable String required(
      Section section, String key, ValueKind<String> kind, String example) {
    if (section.take(key) == null) {
      section.refuse(section.where(), key, "is missing; write " + key + ": " + example);
    }
    return section.optional(key, kind);
  }

  /** The method; null if a problem was added. */
  @Nullable MethodRef method() {
    return method;
  }

  /** Where its object comes from; null for a constructor without parameters, or a factory. */
  @Nullable InstanceKind instance() {
    return instance;
  }

  /** The name of its object; null for the default of the kind. */
  @Nullable String bean() {
    return bean;
  }

  /** Whether its class is not one of the application, even if that place has a problem. */
  boolean isElsewhere() {
    return isIsolated || isRemote || isHttp;
  }

  /** Where it runs if it is in another JVM; null for this one. */
  @Nullable HostConfig host() {
    return host;
  }

  /** Whether it runs in another JVM, even if that has a problem. */
  boolean isRemote() {
    return isRemote;
  }

  /** Whether it is asked by HTTP, even if that has a problem. */
  boolean isHttp() {
    return isHttp;
  }

  /** The request that asks it; null if it is a class. */
  @Nullable HttpConfig http() {
    return http;
  }

  /** The class path of its own; null for that of the application. */
  @Nullable IsolationConfig isolation() {
    return isolation;
  }
}
