package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.SettableFuture;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asynchronous results in check and at run time, with the real libraries. */
class AsyncCheckTest {
  private static final String NOT_WAITED_FOR =
      "; it is never waited for: let the control return a CompletionStage, or shadow the method"
          + " that computes the value";
  private static final String NOT_SUBSCRIBED =
      "; it is never subscribed to, since that would do the work again: shadow the method that"
          + " computes the value";

  @TempDir Path directory;

  @Test
  void stageIsCheckedAsItsValue() throws Exception {
    assertThat(remarks("stage", "text")).containsExactly("fits");
    assertThat(remarks("stage", "stage")).containsExactly("fits");
    assertThat(remarks("nothing", "nothing")).containsExactly("fits");
    assertThat(remarks("number", "text"))
        .containsExactly(
            "fits",
            "warning    a number (java.lang.Integer) never equals a text (java.lang.String), unless"
                + " both are null");
    assertThat(remarks("nothing", "text"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the control returns nothing and the candidate returns a"
                + " java.lang.String, so every call would differ; name a void method that wraps"
                + " it");
  }

  @Test
  void valueOfAStageMustBeCapturable() throws Exception {
    assertThat(remarks("stream", "text"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.util.stream.Stream is a"
                + " java.util.stream.BaseStream, which can be read only once, so the"
                + " candidate or the caller would find it empty");
    assertThat(remarks("twice", "text"))
        .containsExactly(
            "fits",
            "warning    the result is a java.util.concurrent.CompletionStage<java.lang.String>;"
                + " calls where it is not complete are uncaptured");
  }

  @Test
  void stageAsAnArgument() throws Exception {
    assertThat(remarks("takes", "takes"))
        .containsExactly(
            "fits",
            "warning    parameter 1 is a java.util.concurrent.CompletionStage<java.lang.String>;"
                + " calls where it is not complete are uncaptured");
  }

  @ParameterizedTest
  @CsvSource({
    "future, java.util.concurrent.Future",
    "listenable, com.google.common.util.concurrent.ListenableFuture",
  })
  void futuresAreRefused(String method, String type) throws Exception {
    assertThat(remarks(method, "text"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: "
                + type
                + " completes later, and is no CompletionStage"
                + NOT_WAITED_FOR);
  }

  @ParameterizedTest
  @CsvSource({
    "mono, reactor.core.publisher.Mono,",
    "flux, reactor.core.publisher.Flux,",
    "single, io.reactivex.rxjava3.core.Single, SingleSource",
    "maybe, io.reactivex.rxjava3.core.Maybe, MaybeSource",
    "observable, io.reactivex.rxjava3.core.Observable, ObservableSource",
    "completable, io.reactivex.rxjava3.core.Completable, CompletableSource",
  })
  void publishersAreRefused(String method, String type, String of) throws Exception {
    String which = of == null ? type : type + " is a io.reactivex.rxjava3.core." + of + ", which";
    assertThat(remarks(method, "text"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: "
                + which
                + " does its work when it is subscribed to"
                + NOT_SUBSCRIBED);
  }

  @Test
  void flowableIsAPublisher() throws Exception {
    assertThat(remarks("flowable", "text").get(1))
        .isEqualTo(
            "error      cannot be captured: the result: io.reactivex.rxjava3.core.Flowable is a"
                + " org.reactivestreams.Publisher, which does its work when it is subscribed to"
                + NOT_SUBSCRIBED);
  }

  @Test
  void computationsAreRefused() throws Exception {
    assertThat(remarks("callable", "text").get(1))
        .isEqualTo(
            "error      cannot be captured: the result: java.util.concurrent.Callable"
                + " computes its value on demand; shadow the method that computes it");
    assertThat(remarks("supplier", "list").get(1))
        .isEqualTo(
            "error      cannot be captured: the result: java.util.function.Supplier computes"
                + " its value on demand; shadow the method that computes it");
  }

  @Test
  void callbackIsRefused() throws Exception {
    assertThat(remarks("callback", "text").get(1))
        .isEqualTo(
            "error      cannot be captured: parameter 2: java.nio.channels.CompletionHandler takes"
                + " the answer of a call later; shadow the method that computes the answer and"
                + " returns it");
  }

  @Test
  void candidateThatReturnsAPublisherIsRefused() throws Exception {
    assertThat(remarks("stage", "mono").get(1))
        .isEqualTo(
            "error      the candidate cannot be compared: its result: reactor.core.publisher.Mono"
                + " does its work when it is subscribed to"
                + NOT_SUBSCRIBED);
  }

  /**
   * At run time such values are never subscribed to and never waited for; the reason is the same.
   */
  @Test
  void sameAtRunTime() {
    AtomicInteger subscribed = new AtomicInteger();
    String publisher = "does its work when it is subscribed to";
    assertThat(refusal(Mono.fromCallable(subscribed::incrementAndGet))).contains(publisher);
    assertThat(refusal(Flux.defer(() -> Flux.just(subscribed.incrementAndGet()))))
        .contains(publisher);
    assertThat(refusal(Single.fromCallable(subscribed::incrementAndGet))).contains(publisher);
    assertThat(refusal(Observable.fromCallable(subscribed::incrementAndGet))).contains(publisher);
    assertThat(refusal(Flowable.fromCallable(subscribed::incrementAndGet))).contains(publisher);
    assertThat(refusal(Arrays.asList(Mono.just(1)))).contains(publisher);
    assertThat(subscribed).hasValue(0);
    FutureTask<String> task = new FutureTask<>(() -> "x");
    assertThat(refusal(task))
        .isEqualTo("java.util.concurrent.FutureTask completes later, and is no CompletionStage");
    task.run();
    assertThat(refusal(task)).contains("is no CompletionStage");
    SettableFuture<String> settable = SettableFuture.create();
    settable.set("x");
    assertThat(refusal(settable))
        .isEqualTo(
            "com.google.common.util.concurrent.SettableFuture completes later, and is no"
                + " CompletionStage");
    assertThat(refusal((java.util.function.Supplier<Integer>) subscribed::incrementAndGet))
        .isEqualTo("a lambda of java.util.function.Supplier cannot be looked into");
    assertThat(subscribed).hasValue(0);
  }

  @Test
  void completeStagesInsideAResult() {
    assertThat(refusal(Arrays.asList(CompletableFuture.completedFuture(1)))).isEmpty();
    assertThat(refusal(Arrays.asList(new CompletableFuture<>())))
        .isEqualTo("java.util.concurrent.CompletableFuture has not completed with a value");
    assertThat(refusal(Arrays.asList(Mono.just(1).toFuture()))).isEmpty();
    assertThat(refusal(Arrays.asList(new OwnFuture<>())))
        .isEqualTo(OwnFuture.class.getName() + " has not completed with a value");
    OwnFuture<Object> complete = new OwnFuture<>();
    complete.complete("x");
    assertThat(refusal(Arrays.asList(complete))).isEmpty();
  }

  static final class OwnFuture<T> extends CompletableFuture<T> {}

  private static String refusal(Object live) {
    try {
      Freezer.freeze(live, new Meter(Bounds.DEFAULT));
      return "";
    } catch (Uncapturable refused) {
      return refused.reason();
    }
  }

  private List<String> remarks(String control, String candidate) throws Exception {
    List<String> page =
        CheckFixture.callPoint(
            directory,
            System.getProperty("java.class.path"),
            "control: com.acme.legacy.Later#" + control,
            "candidate: com.acme.next.Now#" + candidate);
    return page.stream()
        .filter(line -> !line.matches("  (control|candidate|compare) .*|             .*"))
        .map(line -> line.startsWith("  ") ? line.substring(2) : verdict(line))
        .collect(Collectors.toList());
  }

  private static String verdict(String line) {
    return line.substring(0, line.lastIndexOf(' ')).trim();
  }
}
