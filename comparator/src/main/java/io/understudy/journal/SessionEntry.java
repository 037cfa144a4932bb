package io.understudy.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first line of every file: which JVM wrote it, with what, and where the file stands in the
 * session's chain of files. Immutable; made by a {@link Builder}.
 */
public final class SessionEntry {
  /** The format that this code writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  /** Grows when something is added that readers of the same format may skip. */
  public static final int REVISION = 1;

  private final int format;
  private final int revision;
  private final String session;
  private final int file;
  private final @Nullable String previous;
  private final Instant start;
  private final Instant opened;
  private final String application;
  private final String host;
  private final long pid;
  private final String jvm;
  private final String os;
  private final String agent;
  private final String config;
  private final String zone;

  private SessionEntry(Builder from) {
    this.format = from.format;
    this.revision = from.revision;
    this.session = from.session;
    this.file = from.file;
    this.previous = from.previous;
    this.start = from.start;
    this.opened = from.opened == null ? from.start : from.opened;
    this.application = from.application;
    this.host = from.host;
    this.pid = from.pid;
    this.jvm = from.jvm;
    this.os = from.os;
    this.agent = from.agent;
    this.config = from.config;
    this.zone = from.zone;
  }

  /**
   * Starts a session with a random id; what is not set stays empty.
   *
   * @param application the application's name
   * @param start when the session began
   */
  public static Builder builder(String application, Instant start) {
    return new Builder(application, start);
  }

  /**
   * The same session at the head of another file.
   *
   * @param number the number of the file in the session, from 1
   * @param lastSeal the hash in the last seal of the file before; null in the first
   * @param openedAt when the file was begun
   */
  public SessionEntry inFile(int number, @Nullable String lastSeal, Instant openedAt) {
    Builder copy = new Builder(application, start).session(session);
    copy.host(host).pid(pid).jvm(jvm).os(os).agent(agent).config(config).zone(zone);
    return copy.file(number).previous(lastSeal).opened(openedAt).build();
  }

  /** The format's number; a reader refuses one that is greater than its own. */
  public int format() {
    return format;
  }

  /** The format's revision; what a reader does not know of a greater one, it skips and tells. */
  public int revision() {
    return revision;
  }

  /** The session's id: one run of one JVM. */
  public String session() {
    return session;
  }

  /** The number of the file in its session, from 1. */
  public int file() {
    return file;
  }

  /** The hash in the last seal of the file before this one; null in the first. */
  public @Nullable String previous() {
    return previous;
  }

  /** When the session began. */
  public Instant start() {
    return start;
  }

  /** When this file was begun. */
  public Instant opened() {
    return opened;
  }

  /** The application's name. */
  public String application() {
    return application;
  }

  /** The host's name. */
  public String host() {
    return host;
  }

  /** The JVM's process id; 0 where it is not known. */
  public long pid() {
    return pid;
  }

  /** The JVM's name and version. */
  public String jvm() {
    return jvm;
  }

  /** The operating system's name and version. */
  public String os() {
    return os;
  }

  /** The agent's version. */
  public String agent() {
    return agent;
  }

  /** The hash of the configuration: another one is another experiment. */
  public String config() {
    return config;
  }

  /** The JVM's default time zone. */
  public String zone() {
    return zone;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof SessionEntry)) {
      return false;
    }
    SessionEntry that = (SessionEntry) other;
    return facts().equals(that.facts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(session, file);
  }

  /** All that is in it, as one text. */
  private String facts() {
    return String.join(
        "\n",
        format + "." + revision,
        session,
        file + " " + previous,
        start + " " + opened,
        application,
        host,
        pid + " " + jvm,
        os,
        agent,
        config,
        zone);
  }

  @Override
  public String toString() {
    return application + " on " + host + ", session " + session + ", file " + file;
  }

  /** Collects what is known of a session. Not thread-safe. */
  public static final class Builder {
    private int format = FORMAT;
    private int revision = REVISION;
    private String session = String.format("%016x", new SecureRandom().nextLong());
    private int file = 1;
    private @Nullable String previous;
    private Instant start;
    private @Nullable Instant opened;
    private String application;
    private String host = "";
    private long pid;
    private String jvm = "";
    private String os = "";
    private String agent = "";
    private String config = "";
    private String zone = "";

    private Builder(String application, Instant start) {
      this.application = application;
      this.start = start;
    }

    /** The session's id, instead of a random one. */
    public Builder session(String id) {
      this.session = id;
      return this;
    }

    /** The host's name. */
    public Builder host(String name) {
      this.host = name;
      return this;
    }

    /** The JVM's process id. */
    public Builder pid(long id) {
      this.pid = id;
      return this;
    }

    /** The JVM's name and version. */
    public Builder jvm(String nameAndVersion) {
      this.jvm = nameAndVersion;
      return this;
    }

    /** The operating system's name and version. */
    public Builder os(String nameAndVersion) {
      this.os = nameAndVersion;
      return this;
    }

    /** The agent's version. */
    public Builder agent(String version) {
      this.agent = version;
      return this;
    }

    /** The hash of the configuration. */
    public Builder config(String hash) {
      this.config = hash;
      return this;
    }

    /** The JVM's default time zone. */
    public Builder zone(String id) {
      this.zone = id;
      return this;
    }

    /** The application's name. */
    public Builder application(String name) {
      this.application = name;
      return this;
    }

    /** When the session began. */
    public Builder start(Instant when) {
      this.start = when;
      return this;
    }

    /** The number of the file in the session, from 1; 1 unless set. */
    public Builder file(int number) {
      this.file = number;
      return this;
    }

    /** The hash in the last seal of the file before; null, for the first file, unless set. */
    public Builder previous(@Nullable String lastSeal) {
      this.previous = lastSeal;
      return this;
    }

    /** When the file was begun; when the session began, unless set. */
    public Builder opened(Instant when) {
      this.opened = when;
      return this;
    }

    /** The format's number; the one that this code writes, unless set. */
    public Builder format(int number) {
      this.format = number;
      return this;
    }

    /** The format's revision; the one that this code writes, unless set. */
    public Builder revision(int number) {
      this.revision = number;
      return this;
    }

    /** The session as known so far. */
    public SessionEntry build() {
      return new SessionEntry(this);
    }
  }
}
