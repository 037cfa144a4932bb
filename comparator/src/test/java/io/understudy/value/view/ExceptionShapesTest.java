package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.JdkFields;
import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.BatchUpdateException;
import java.sql.DataTruncation;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.text.ParseException;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllegalFormatConversionException;
import java.util.MissingFormatWidthException;
import java.util.MissingResourceException;
import java.util.Observable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import javax.management.InvalidApplicationException;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Exceptions, futures and fields that are no state. */
@SuppressWarnings({"unused", "UnusedVariable"})
class ExceptionShapesTest {
  private static final class Coded extends Exception {
    private static final long serialVersionUID = 1;
    final int code;
    final transient Object detail = new Object();

    Coded(@Nullable String message, int code) {
      super(message);
      this.code = code;
    }
  }

  private static final class Failing extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  private static final class Cyclic extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  /** What has no suppressed exceptions ends with this. */
  private static final String END = ", suppressed: []";

  @Test
  void exceptionIsClassMessageCauseAndSuppressed() {
    assertThat(FrozenText.frozen(new Exception("m")))
        .isEqualTo("{class: java.lang.Exception, message: m, cause: null" + END + "}");
    assertThat(FrozenText.frozen(new Error()))
        .isEqualTo("{class: java.lang.Error, message: null, cause: null" + END + "}");
    assertThat(FrozenText.frozen(new IllegalStateException(new Exception("c"))))
        .isEqualTo(
            "{class: java.lang.IllegalStateException, message: java.lang.Exception: c, cause:"
                + " {class: java.lang.Exception, message: c, cause: null"
                + END
                + "}"
                + END
                + "}");
    Exception suppressing = new Exception("m");
    suppressing.addSuppressed(new Error("s"));
    assertThat(FrozenText.frozen(suppressing))
        .isEqualTo(
            "{class: java.lang.Exception, message: m, cause: null, suppressed:"
                + " [{class: java.lang.Error, message: s, cause: null"
                + END
                + "}]}");
  }

  @Test
  void fieldsOfApplicationExceptionsAreParts() {
    assertThat(FrozenText.frozen(new Coded(null, 5)))
        .startsWith("{class: " + name(Coded.class) + ", message: null, cause: null" + END)
        .contains(", code: 5");
  }

  @Test
  void fieldOfTheSameNameAsAnInheritedPartIsAPartOfItsOwn() {
    assertThat(FrozenText.frozen(new Hiding("own")))
        .isEqualTo(
            "{class: "
                + name(Hiding.class)
                + ", message: base, cause: null"
                + END
                + ", Hiding.message: own}");
  }

  private static final class Hiding extends Exception {
    private static final long serialVersionUID = 1;
    final String message;

    Hiding(String message) {
      super("base");
      this.message = message;
    }
  }

  static Stream<Arguments> jdkExceptions() throws Exception {
    return Stream.of(
        Arguments.of(
            new SQLException("m", "state", 7),
            "SQLState: state, errorCode: 7, nextException: null"),
        Arguments.of(
            new BatchUpdateException("m", "s", 1, new int[] {2, 3}),
            "updateCounts: [2, 3], largeUpdateCounts: [2, 3]"),
        Arguments.of(new SQLWarning("m", "s", 3), "SQLState: s, errorCode: 3"),
        Arguments.of(new DataTruncation(1, true, false, 8, 4), "index: 1, parameter: true"),
        Arguments.of(new ParseException("m", 9), "errorOffset: 9"),
        Arguments.of(
            new DateTimeParseException("m", "30 Feb", 3), "parsedString: 30 Feb, errorIndex: 3"),
        Arguments.of(new MissingResourceException("m", "C", "k"), "className: C, key: k"),
        Arguments.of(
            new PatternSyntaxException("d", "(", 1), "description: d, pattern: (, index: 1"),
        Arguments.of(new URISyntaxException("in", "why", 2), "message: why at index 2: in"),
        Arguments.of(
            new FileSystemException("f", "o", "r"),
            "message: f -> o: r, cause: null, suppressed: [], file: f, otherFile: o"),
        Arguments.of(new NoSuchFileException("f"), "file: f"),
        Arguments.of(new MalformedInputException(4), "inputLength: 4"),
        Arguments.of(new IllegalFormatConversionException('d', String.class), "conversion: d"),
        Arguments.of(new MissingFormatWidthException("%-d"), "formatSpecifier: %-d"),
        Arguments.of(new SAXParseException("m", "p", "s", 3, 4), "lineNumber: 3, columnNumber: 4"),
        Arguments.of(
            new InvocationTargetException(new IllegalStateException("t")),
            "cause: {class: java.lang.IllegalStateException, message: t"),
        Arguments.of(
            new UndeclaredThrowableException(new IOException("t")),
            "cause: {class: java.io.IOException, message: t"),
        Arguments.of(
            new SAXException("m", new IOException("t")),
            "cause: {class: java.io.IOException, message: t"),
        Arguments.of(
            new EnumConstantNotPresentException(Thread.State.class, "X"), "constantName: X"),
        Arguments.of(new InterruptedIOException(), "bytesTransferred: 0"),
        Arguments.of(new NamingException("m"), "remainingName: null"));
  }

  @ParameterizedTest
  @MethodSource("jdkExceptions")
  void stateOfAJdkExceptionIsAPart(Exception live, String part) {
    assertThat(FrozenText.frozen(live)).contains(part);
  }

  /** The state of application classes below a JDK exception is read too. */
  private static final class Vendor extends SQLException {
    private static final long serialVersionUID = 1;
    final int position;

    Vendor(String state, int position) {
      super("m", state);
      this.position = position;
    }

    @Override
    public String getSQLState() {
      return "overridden";
    }
  }

  @Test
  void overriddenGetterIsNoReasonToMissState() {
    String frozen = FrozenText.frozen(new Vendor("s", 5));

    assertThat(frozen)
        .isIn(
            "uncapturable: "
                + name(Vendor.class)
                + " has state that cannot be read: the field SQLState of java.sql.SQLException",
            "{class: "
                + name(Vendor.class)
                + ", message: m, cause: null"
                + END
                + ", SQLState: s, errorCode: 0, nextException: null, position: 5}");
  }

  @Test
  void stateWithoutFieldOrGetterIsUnknown() {
    Object live = new InvalidApplicationException("v");
    String unreadable =
        "uncapturable: javax.management.InvalidApplicationException has state that cannot be read:"
            + " the field val of javax.management.InvalidApplicationException";

    assertThat(FrozenText.frozen(live)).satisfies(text -> assertThat(text).isIn(unreadable, READ));
  }

  /** On Java 8 every field can be read. */
  private static final String READ =
      "{class: javax.management.InvalidApplicationException, message: null, cause: null"
          + END
          + ", val: v}";

  /** Without access to java.lang, the method of the application is the only way to the message. */
  @Test
  void methodsOfAnApplicationExceptionDoNotHideItsState() throws Uncapturable {
    boolean readable = JdkFields.of(Throwable.class, "detailMessage") != null;
    String reason = "reading " + name(Failing.class) + " threw java.lang.IllegalStateException";
    String fields = "{class: " + name(Failing.class) + ", message: null, cause: null" + END + "}";

    assertThat(FrozenText.frozen(new Failing()))
        .isEqualTo(readable ? fields : "uncapturable: " + reason);
    assertThat(FrozenText.lenient(Arrays.asList(1, new Failing())))
        .isEqualTo("[1, " + (readable ? fields : "opaque: " + reason) + "]");
    assertThat(FrozenText.frozen(new Cyclic()))
        .isEqualTo(
            "{class: "
                + name(Cyclic.class)
                + ", message: null, cause: "
                + (readable ? "null" : "^0")
                + END
                + "}");
  }

  private static final class OwnFuture extends CompletableFuture<Object> {
    @Override
    public boolean isDone() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void futureIsItsValueOnceItCompleted() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    String pending = " has not completed with a value";

    assertThat(FrozenText.frozen(future))
        .isEqualTo("uncapturable: java.util.concurrent.CompletableFuture" + pending);
    assertThat(future.getNumberOfDependents()).isZero();
    future.complete("v");
    assertThat(FrozenText.frozen(future)).isEqualTo("some(v)");
    assertThat(FrozenText.frozen(CompletableFuture.completedFuture(null))).isEqualTo("none");
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    assertThat(FrozenText.frozen(cancelled)).endsWith(pending);
    assertThat(FrozenText.frozen(new OwnFuture()))
        .isEqualTo("uncapturable: " + name(OwnFuture.class) + pending);
    assertThat(StandardShapes.ofInstances(CompletableFuture.class).kind()).isEqualTo(Kind.OPAQUE);
    assertThat(StandardShapes.ofInstances(CompletableFuture.class).dependsOnObject()).isTrue();
  }

  /** Since Java 9; {@code isDone} of such a stage throws. */
  @Test
  void minimalStageIsItsValueOnceItCompleted() throws ReflectiveOperationException {
    CompletionStage<?> minimal;
    try {
      minimal =
          (CompletionStage<?>)
              CompletableFuture.class.getMethod("completedStage", Object.class).invoke(null, "v");
    } catch (NoSuchMethodException java8) {
      return;
    }

    assertThat(FrozenText.frozen(minimal)).isEqualTo("some(v)");
  }

  @Test
  void otherFutureIsOpaque() {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    task.run();

    assertThat(FrozenText.frozen(task))
        .isEqualTo(
            "uncapturable: java.util.concurrent.FutureTask completes later,"
                + " and is no CompletionStage");
  }

  @SuppressWarnings("deprecation")
  private static final class Watched extends Observable {
    final int value = 1;
  }

  private static class Account {
    private static final Logger LOG = Logger.getLogger("account");
    final Logger log = LOG;
    final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
    final String $$_hibernate_attribute = "added";
    transient int cache = 1;
    volatile int number = 2;
    protected final String id = "a";
  }

  private static final class Savings extends Account {
    final String id = "s";
    final double rate = 0.5;
  }

  @Test
  void fieldsThatAreNoStateAreNoParts() {
    assertThat(FrozenText.frozen(new Account())).isEqualTo("{number: 2, id: a}");
  }

  @Test
  void hiddenFieldHasItsClassName() {
    assertThat(FrozenText.frozen(new Savings()))
        .isEqualTo("{number: 2, Account.id: a, id: s, rate: 0.5}");
  }

  @Test
  void observersAreNoParts() {
    assertThat(FrozenText.frozen(new Watched())).isIn("{value: 1}", unreadableObservable());
  }

  /** Without open packages the fields of java.util.Observable cannot be read. */
  private static String unreadableObservable() {
    return "uncapturable: "
        + name(Watched.class)
        + " extends java.util.Observable, whose state cannot be read";
  }

  @Test
  void capturedVariableIsAPart() {
    int captured = Integer.parseInt("7");
    Object anonymous =
        new Object() {
          final int own = 1;

          @Override
          public String toString() {
            return own + " " + captured;
          }
        };

    assertThat(FrozenText.frozen(anonymous)).contains("own: 1").contains("val$captured: 7");
  }
}
