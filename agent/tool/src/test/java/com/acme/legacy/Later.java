package com.acme.legacy;

import com.google.common.util.concurrent.ListenableFuture;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.nio.channels.CompletionHandler;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Methods with asynchronous results of all kinds. The tests read them and never call them. */
public class Later {
  public CompletionStage<String> stage() {
    return new CompletableFuture<>();
  }

  public CompletableFuture<Integer> number() {
    return new CompletableFuture<>();
  }

  public CompletionStage<Void> nothing() {
    return new CompletableFuture<>();
  }

  public CompletionStage<Stream<String>> stream() {
    return new CompletableFuture<>();
  }

  public CompletionStage<CompletionStage<String>> twice() {
    return new CompletableFuture<>();
  }

  public String takes(CompletionStage<String> stage) {
    return "";
  }

  public Future<String> future() {
    return new CompletableFuture<>();
  }

  public ListenableFuture<String> listenable() {
    throw new UnsupportedOperationException();
  }

  public Mono<String> mono() {
    throw new UnsupportedOperationException();
  }

  public Flux<String> flux() {
    throw new UnsupportedOperationException();
  }

  public Single<String> single() {
    throw new UnsupportedOperationException();
  }

  public Maybe<String> maybe() {
    throw new UnsupportedOperationException();
  }

  public Observable<String> observable() {
    throw new UnsupportedOperationException();
  }

  public Flowable<String> flowable() {
    throw new UnsupportedOperationException();
  }

  public Completable completable() {
    throw new UnsupportedOperationException();
  }

  public Callable<String> callable() {
    return () -> "";
  }

  public Supplier<List<String>> supplier() {
    return java.util.Collections::emptyList;
  }

  public void callback(String text, CompletionHandler<String, String> handler) {
    handler.completed(text, text);
  }
}
