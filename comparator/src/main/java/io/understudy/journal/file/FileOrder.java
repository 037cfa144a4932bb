package io.understudy.journal.file;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders files by name, and numbers at the end of the name by value: 2 before 10. */
final class FileOrder implements Comparator<Path>, Serializable {
  static final FileOrder INSTANCE = new FileOrder();

  private static final long serialVersionUID = 1;
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})\\.jsonl");

  private FileOrder() {}

  @Override
  public int compare(Path a, Path b) {
    int byName = stem(a).compareTo(stem(b));
    int byNumber = byName != 0 ? byName : Integer.compare(number(a), number(b));
    return byNumber != 0 ? byNumber : a.compareTo(b);
  }

  private static String stem(Path file) {
    Matcher matcher = NUMBERED.matcher(file.toString());
    return matcher.matches() ? matcher.group(1) : file.toString();
  }

  private static int number(Path file) {
    Matcher matcher = NUMBERED.matcher(file.toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }
}
