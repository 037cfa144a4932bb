package io.understudy.report.forgery;

import java.util.function.Consumer;

/**
 * One way to forge, cut, mix or damage a journal, and what must come of it. Immutable.
 *
 * @param name what is done, as in docs/journal-format.md
 * @param file the short name of the file that is accused
 * @param line the line that is accused; 0 for the file
 * @param damaged whether the exit code is that of damage
 * @param counted the intercepted calls that count, 90 % of which agree; -1 for no score
 * @param how does it
 */
record Forgery(
    String name,
    String file,
    long line,
    boolean damaged,
    long counted,
    Consumer<GenuineJournal> how) {

  /** Damage in the closed session: only the live session counts. */
  static Forgery closed(String name, String file, long line, Consumer<GenuineJournal> how) {
    return new Forgery(name, file, line, true, 100, how);
  }

  /** Damage in the live session: only the closed session counts. */
  static Forgery live(String name, String file, long line, Consumer<GenuineJournal> how) {
    return new Forgery(name, file, line, true, 300, how);
  }

  /** Damage that belongs to no session: both count. */
  static Forgery other(String name, String file, long line, Consumer<GenuineJournal> how) {
    return new Forgery(name, file, line, true, 400, how);
  }

  /** Something that is shown, but is no damage. */
  static Forgery shown(String name, String file, long line, Consumer<GenuineJournal> how) {
    return new Forgery(name, file, line, false, 400, how);
  }

  /** The same forgery, where the books contradict each other, so that there is no score at all. */
  Forgery withoutScore() {
    return new Forgery(name, file, line, damaged, -1, how);
  }

  @Override
  public String toString() {
    return name;
  }
}
