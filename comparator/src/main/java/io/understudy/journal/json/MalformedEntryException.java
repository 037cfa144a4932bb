package io.understudy.journal.json;

import java.io.IOException;

/** A line is valid JSON but not an entry; the message says what was expected. */
final class MalformedEntryException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedEntryException(String what) {
    super(what);
  }
}
