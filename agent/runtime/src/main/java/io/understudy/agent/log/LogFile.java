package io.understudy.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The log's file, bounded in size. A full file replaces the previous full file, and a new one is
 * started. Not thread-safe.
 *
 * <p>The Logback objects are created here in code, and never through {@code LoggerFactory}: SLF4J
 * would obey the application's {@code slf4j.provider}, and Logback its {@code
 * logback.configurationFile}. Its rolling policies and pattern layouts are not used: a policy reads
 * a per cent sign in a directory's name as a pattern, and a pattern layout loads its converters by
 * class name.
 */
final class LogFile {
  private static final long MOST_BYTES = 4 << 20;

  private final Path path;
  private final Path rolledPath;
  private final long mostBytes;
  private final Logger logger;
  private @Nullable FileAppender<ILoggingEvent> appender;
  private long bytes;

  LogFile(Path path, Path rolledPath) {
    this(path, rolledPath, MOST_BYTES);
  }

  LogFile(Path path, Path rolledPath, long mostBytes) {
    this.path = path;
    this.rolledPath = rolledPath;
    this.mostBytes = mostBytes;
    LoggerContext context = new LoggerContext();
    context.setName("understudy");
    this.logger = context.getLogger("understudy");
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
  }

  /** Opens the file if it is not open; returns null, or the reason why it cannot be opened. */
  @Nullable String open() {
    if (appender != null) {
      return null;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (!Files.exists(path)) {
        Files.createFile(path, ownerOnly());
      }
      bytes = Files.size(path);
    } catch (IOException | RuntimeException e) {
      return "cannot write the agent's log "
          + path
          + " ("
          + e
          + "); the agent continues without a log file";
    }
    FileAppender<ILoggingEvent> opened = newAppender();
    opened.start();
    if (!opened.isStarted()) {
      return "cannot write the agent's log "
          + path
          + " (it cannot be opened for writing);"
          + " the agent continues without a log file";
    }
    logger.addAppender(opened);
    appender = opened;
    return null;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private FileAppender<ILoggingEvent> newAppender() {
    LineLayout layout = new LineLayout();
    layout.setContext(logger.getLoggerContext());
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logger.getLoggerContext());
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    FileAppender<ILoggingEvent> made = new FileAppender<>();
    made.setContext(logger.getLoggerContext());
    made.setName(path.toString());
    made.setFile(path.toString());
    made.setEncoder(encoder);
    return made;
  }

  /** Writes a line to the open file. A line that the disk refuses is lost. */
  void write(LogLine line) {
    if (bytes > mostBytes) {
      roll();
    }
    LoggingEvent event = new LoggingEvent();
    event.setLoggerName(logger.getName());
    event.setLevel(line.isWarning ? Level.WARN : Level.INFO);
    event.setTimeStamp(line.millis);
    event.setThreadName(line.thread);
    event.setMessage(line.text);
    event.setMDCPropertyMap(Collections.emptyMap());
    logger.callAppenders(event);
    bytes += line.text.length() + LineLayout.AROUND_TEXT;
  }

  private void roll() {
    close();
    try {
      Files.move(path, rolledPath, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      // The size limit is more important than old messages: truncate the file.
      try {
        Files.write(path, new byte[0]);
      } catch (IOException | RuntimeException ignored) {
        // The file cannot grow on a disk that refuses writes; the next line is lost.
      }
    }
    open();
    bytes = 0;
  }

  void close() {
    if (appender != null) {
      logger.detachAppender(appender);
      appender.stop();
      appender = null;
    }
  }
}
