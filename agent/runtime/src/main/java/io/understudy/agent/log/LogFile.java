package io.understudy.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.understudy.journal.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The log's file, bounded in size. A full file replaces the previous full file, and a new one is
 * started. Each file is created exclusively, for its owner alone; links are never followed. Not
 * thread-safe.
 *
 * <p>The Logback objects are created here in code, and never through {@code LoggerFactory}: SLF4J
 * would use the application's {@code slf4j.provider}, and Logback its {@code
 * logback.configurationFile}. Its file appenders and pattern layouts are not used: they follow
 * links, read a per cent sign in a directory's name as a pattern, and load converters by class
 * name.
 */
final class LogFile {
  private static final long MOST_BYTES = 4 << 20;
  private static final int MOST_NAMES = 10;

  private final Path directory;
  private final String name;
  private final long mostBytes;
  private final Logger logger;
  private Path path;
  private @Nullable LogStream stream;
  private @Nullable OutputStreamAppender<ILoggingEvent> appender;

  /**
   * Creates a log that has no file yet.
   *
   * @param name the name without {@code .log}; unique for this JVM
   */
  LogFile(Path directory, String name) {
    this(directory, name, MOST_BYTES);
  }

  LogFile(Path directory, String name, long mostBytes) {
    this.directory = directory;
    this.name = name;
    this.path = directory.resolve(name + ".log");
    this.mostBytes = mostBytes;
    LoggerContext context = new LoggerContext();
    context.setName("understudy");
    this.logger = context.getLogger("understudy");
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
  }

  /** The directory of the file. */
  Path directory() {
    return directory;
  }

  /** The file, or the name that it will have. */
  Path path() {
    return path;
  }

  /**
   * Opens the file if it is not open, or was deleted or replaced; returns null, or the reason why
   * it cannot be opened.
   */
  @Nullable String open() {
    LogStream open = stream;
    if (open != null) {
      if (!open.isLost(path)) {
        return null;
      }
      close();
    }
    try {
      PrivateFiles.createDirectories(directory);
      start(create());
      return null;
    } catch (IOException | RuntimeException e) {
      return "cannot write the agent's log "
          + path
          + " ("
          + e
          + "); the agent continues without a log file";
    }
  }

  /** Creates the file; under another name if something has this one. */
  private LogStream create() throws IOException {
    for (int i = 2; ; i++) {
      try {
        return new LogStream(path, true);
      } catch (FileAlreadyExistsException taken) {
        if (i > MOST_NAMES) {
          throw taken;
        }
        path = directory.resolve(name + "-" + i + ".log");
      }
    }
  }

  private void start(LogStream to) {
    LineLayout layout = new LineLayout();
    layout.setContext(logger.getLoggerContext());
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(logger.getLoggerContext());
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> made = new OutputStreamAppender<>();
    made.setContext(logger.getLoggerContext());
    made.setName(path.toString());
    made.setEncoder(encoder);
    made.setOutputStream(to);
    made.start();
    logger.addAppender(made);
    stream = to;
    appender = made;
  }

  /** Writes a line to the open file. A line that the disk refuses is lost. */
  void write(LogLine line) {
    LogStream open = stream;
    if (open != null && (open.size() > mostBytes || (open.isRefused() && open.size() > 0))) {
      roll(open);
    }
    LoggingEvent event = new LoggingEvent();
    event.setLoggerName(logger.getName());
    event.setLevel(line.isWarning ? Level.WARN : Level.INFO);
    event.setTimeStamp(line.millis);
    event.setThreadName(line.thread);
    event.setMessage(line.text);
    event.setMDCPropertyMap(Collections.emptyMap());
    logger.callAppenders(event);
  }

  private void roll(LogStream open) {
    String file = String.valueOf(path.getFileName());
    Path full = directory.resolve(file.substring(0, file.length() - ".log".length()) + ".1.log");
    if (open.isLost(path)) {
      close();
      open();
      return;
    }
    // Closed first: some file systems do not move an open file.
    close();
    try {
      Files.move(path, full, StandardCopyOption.REPLACE_EXISTING);
      start(new LogStream(path, true));
    } catch (IOException | RuntimeException e) {
      restart();
    }
  }

  /** Truncates the full file: the size limit is more important than old messages. */
  private void restart() {
    try {
      start(new LogStream(path, false));
    } catch (IOException | RuntimeException e) {
      // The next drain opens another file; lines are lost until then.
    }
  }

  void close() {
    if (appender != null) {
      logger.detachAppender(appender);
      appender.stop();
      appender = null;
      stream = null;
    }
  }
}
