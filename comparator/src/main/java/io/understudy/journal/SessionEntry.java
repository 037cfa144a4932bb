package io.understudy.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first line of every file: the JVM that wrote it, and the position of the file in the chain of
 * the session. Immutable; a {@link Builder} creates it.
 */
public final class SessionEntry {
  /** The format that this code writes, and the newest format that it reads. */
  public static final int FORMAT = 1;

  /** The revision; it grows with each addition that readers of the same format may skip. */
  public static final int REVISION = 5;

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
   * Starts a session with a random id; every other field is empty.
   *
   * @param application the application's name
   * @param start when the session began
   */
  public static Builder builder(String application, Instant start) {
    return new Builder(application, start);
  }

  /**
   * Returns the same session for the start of another file.
   *
   * @param number the number of the file in the session, from 1
   * @param lastSeal the hash in the last seal of the previous file; null for the first file
   * @param openedAt when the file was opened
   */
  public SessionEntry inFile(int number, @Nullable String lastSeal, Instant openedAt) {
    Builder copy = new Builder(application, start).session(session);
    copy.host(host).pid(pid).jvm(jvm).os(os).agent(agent).config(config).zone(zone);
    copy.format(format).revision(revision);
    return copy.file(number).previous(lastSeal).opened(openedAt).build();
  }

  /** Whether both are first lines of the same run of a JVM; file number and time may differ. */
  public boolean isSameRun(SessionEntry other) {
    return inFile(file, null, start).facts().equals(other.inFile(file, null, start).facts())
        && start.equals(other.start);
  }

  /** The number of the format; a reader refuses a greater number than its own. */
  public int format() {
    return format;
  }

  /** The revision of the format; a reader skips and reports the additions of a greater revision. */
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

  /** The hash in the last seal of the previous file; null in the first file. */
  public @Nullable String previous() {
    return previous;
  }

  /** When the session began. */
  public Instant start() {
    return start;
  }

  /** When this file was opened. */
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

  /** The JVM's process id; 0 if unknown. */
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

  /** The hash of the configuration; a new hash means a new experiment. */
  public String config() {
    return config;
  }

  /** The JVM's default time zone. */
  public String zone() {
    return zone;
  }

  /** Returns the estimated size of this entry in memory. Bytes. */
  public long size() {
    return 500 + 2L * facts().length();
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

  /** Returns all fields as one text. */
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

  /** Collects the fields of a session. Not thread-safe. */
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

    /** Sets the session's id; default a random one. */
    public Builder session(String id) {
      this.session = id;
      return this;
    }

    /** Sets the host's name. */
    public Builder host(String name) {
      this.host = name;
      return this;
    }

    /** Sets the JVM's process id. */
    public Builder pid(long id) {
      this.pid = id;
      return this;
    }

    /** Sets the JVM's name and version. */
    public Builder jvm(String nameAndVersion) {
      this.jvm = nameAndVersion;
      return this;
    }

    /** Sets the operating system's name and version. */
    public Builder os(String nameAndVersion) {
      this.os = nameAndVersion;
      return this;
    }

    /** Sets the agent's version. */
    public Builder agent(String version) {
      this.agent = version;
      return this;
    }

    /** Sets the hash of the configuration. */
    public Builder config(String hash) {
      this.config = hash;
      return this;
    }

    /** Sets the JVM's default time zone. */
    public Builder zone(String id) {
      this.zone = id;
      return this;
    }

    /** Sets the application's name. */
    public Builder application(String name) {
      this.application = name;
      return this;
    }

    /** Sets when the session began. */
    public Builder start(Instant when) {
      this.start = when;
      return this;
    }

    /** Sets the number of the file in the session, from 1; default 1. */
    public Builder file(int number) {
      this.file = number;
      return this;
    }

    /** Sets the hash in the last seal of the previous file; default null, for the first file. */
    public Builder previous(@Nullable String lastSeal) {
      this.previous = lastSeal;
      return this;
    }

    /** Sets when the file was opened; default the start of the session. */
    public Builder opened(Instant when) {
      this.opened = when;
      return this;
    }

    /** Sets the number of the format; default {@link #FORMAT}. */
    public Builder format(int number) {
      this.format = number;
      return this;
    }

    /** Sets the revision of the format; default {@link #REVISION}. */
    public Builder revision(int number) {
      this.revision = number;
      return this;
    }

    /** Creates the session. */
    public SessionEntry build() {
      return new SessionEntry(this);
    }
  }
}
