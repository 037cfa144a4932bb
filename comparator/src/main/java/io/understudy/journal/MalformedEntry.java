package io.understudy.journal;

import java.io.IOException;

/** A line is valid JSON and yet not an entry; says what was expected. */
final class MalformedEntry extends IOException {
  private static final long serialVersionUID = 1;

  MalformedEntry(String what) {
    super(what);
  }
}
