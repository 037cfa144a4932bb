package io.understudy.agent.evidence;

import io.understudy.agent.log.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A log that stores its warnings and its fatal messages. */
final class WarningLog implements Log {
  final List<String> texts = Collections.synchronizedList(new ArrayList<>());

  final List<String> fatal = Collections.synchronizedList(new ArrayList<>());

  /** The warnings about limits. */
  List<String> limits() {
    return texts.stream().filter(text -> text.contains(" limit ")).collect(Collectors.toList());
  }

  @Override
  public void info(String text) {}

  @Override
  public void warn(String text) {
    texts.add(text);
  }

  @Override
  public void warn(String text, Throwable cause) {
    texts.add(text + ": " + cause);
  }

  @Override
  public void warnOnce(String key, String text) {
    texts.add(text);
  }

  @Override
  public void warnOnce(String key, String text, @Nullable Throwable cause) {
    texts.add(text + ": " + cause);
  }

  @Override
  public void fatal(String text) {
    fatal.add(text);
  }
}
