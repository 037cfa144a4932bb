package io.understudy.journal.file;

import java.io.IOException;

/** Compressed data that no journal has; the message says what is wrong. */
final class DamagedGzipException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedGzipException(String message) {
    super(message);
  }
}
