package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An isolated candidate. If it fails because an object inside of an argument is of the
 * application's class, and not of the candidate's class with the same name, it has not been asked:
 * the JVM then says "X cannot be cast to X". Thread-safe if the candidate is.
 */
final class LoadedTwice implements Target {
  /** The message of the JVM; since 11 it begins with "class" and names the loaders. */
  private static final Pattern SAME_NAME =
      Pattern.compile(
          "(?:class )?([\\p{L}\\p{N}_$.]+) cannot be cast to (?:class )?\\1(?: \\(.*)?");

  private static final int MOST_OF_A_MESSAGE = 2_000;

  private final Target target;

  LoadedTwice(Target target) {
    this.target = target;
  }

  /** Returns the line of the configuration by which both sides get one class of this name. */
  static String advice(String className) {
    int dot = className.lastIndexOf('.');
    return " of the application, and the candidate's classpath: has another class of this name; "
        + (dot < 0
            ? "give it a package, so that it can be shared"
            : "write shared: [" + className.substring(0, dot) + "]");
  }

  @Override
  public @Nullable Object[] arguments(Call call) throws UnansweredException {
    return target.arguments(call);
  }

  @Override
  public @Nullable Object[] finalArguments(Call call, @Nullable Object[] afterwards)
      throws UnansweredException {
    return target.finalArguments(call, afterwards);
  }

  @Override
  public Outcome answer(@Nullable Object[] arguments) throws UnansweredException {
    Outcome outcome = target.answer(arguments);
    ThrownException thrown = outcome.thrown();
    if (thrown != null && thrown.className().equals(ClassCastException.class.getName())) {
      requireOtherFault(thrown.message());
    }
    return outcome;
  }

  private static void requireOtherFault(@Nullable String message) throws UnansweredException {
    Matcher same =
        SAME_NAME.matcher(message == null || message.length() > MOST_OF_A_MESSAGE ? "" : message);
    if (same.matches()) {
      throw new UnansweredException(
          "an object in the arguments is a " + same.group(1) + advice(same.group(1)));
    }
  }

  @Override
  public void requireOtherBody(Call call) throws UnansweredException {
    target.requireOtherBody(call);
  }

  @Override
  public boolean isStale() {
    return target.isStale();
  }

  @Override
  public int ownSite() {
    return target.ownSite();
  }

  @Override
  public boolean hasCodeOf(Call call) {
    return target.hasCodeOf(call);
  }
}
