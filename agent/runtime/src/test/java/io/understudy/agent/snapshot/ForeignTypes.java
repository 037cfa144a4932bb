package io.understudy.agent.snapshot;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Classes of an application that count each call of their methods and constructors. */
final class ForeignTypes {
  private ForeignTypes() {}

  /** Counts on the copying thread only while {@link #armed}. */
  static int calls;

  static boolean armed;

  static void count() {
    calls += armed ? 1 : 0;
  }

  /** A key, element and value that counts each of its methods. */
  static class Counted implements Delayed, Serializable {
    private static final long serialVersionUID = 1;
    final int number;
    final List<String> more = new ArrayList<>(Collections.singleton("x"));

    Counted(int number) {
      count();
      this.number = number;
    }

    @Override
    public int hashCode() {
      count();
      return number % 3;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      count();
      return other instanceof Counted && ((Counted) other).number == number;
    }

    @Override
    public int compareTo(Delayed other) {
      count();
      return Integer.compare(number, ((Counted) other).number);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      count();
      return number;
    }

    @Override
    public String toString() {
      count();
      return "counted " + number;
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
      count();
      out.defaultWriteObject();
    }

    private Object readResolve() {
      count();
      return this;
    }

    private Object writeReplace() {
      count();
      return this;
    }

    @Override
    public Object clone() {
      count();
      return this;
    }
  }

  /** A comparator with state. */
  static final class CountedOrder implements Comparator<Object> {
    int compared;

    @Override
    public int compare(Object one, Object other) {
      count();
      compared++;
      return Integer.compare(((Counted) one).number, ((Counted) other).number);
    }
  }

  static final class CountedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    final Counted detail = new Counted(3);

    @Override
    public String getMessage() {
      count();
      return "message";
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
      count();
      return super.getCause();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      count();
      return super.fillInStackTrace();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      count();
      return super.getStackTrace();
    }
  }

  /** A completed future whose methods count. */
  static final class CountedFuture extends java.util.concurrent.CompletableFuture<Object> {
    CountedFuture() {
      complete("x");
    }

    @Override
    public Object getNow(Object absent) {
      count();
      return super.getNow(absent);
    }

    @Override
    public boolean isDone() {
      count();
      return super.isDone();
    }

    @Override
    public String toString() {
      return "future";
    }
  }

  /** A time zone of the application, which a calendar of the JDK would clone. */
  static final class CountedZone extends java.util.TimeZone {
    private static final long serialVersionUID = 1;

    @Override
    public int getOffset(int era, int year, int month, int day, int weekday, int millis) {
      count();
      return 0;
    }

    @Override
    public void setRawOffset(int offset) {}

    @Override
    public int getRawOffset() {
      count();
      return 0;
    }

    @Override
    public boolean useDaylightTime() {
      count();
      return false;
    }

    @Override
    public boolean inDaylightTime(java.util.Date date) {
      count();
      return false;
    }

    @Override
    public Object clone() {
      count();
      return super.clone();
    }
  }

  /** A format of the application inside one of the JDK. */
  static final class CountedFormat extends java.text.Format {
    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(Object object, StringBuffer to, java.text.FieldPosition position) {
      count();
      return to;
    }

    @Override
    public @Nullable Object parseObject(String source, java.text.ParsePosition position) {
      return null;
    }

    @Override
    public Object clone() {
      count();
      return super.clone();
    }
  }
}
