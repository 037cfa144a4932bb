package com.acme.next;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The replacement of {@link com.acme.legacy.Later}. */
public class Now {
  public String text() {
    return "";
  }

  public List<String> list() {
    return java.util.Collections.emptyList();
  }

  public void nothing() {}

  public CompletionStage<String> stage() {
    return CompletableFuture.completedFuture("");
  }

  public String takes(CompletionStage<String> stage) {
    return "";
  }

  public reactor.core.publisher.Mono<String> mono() {
    return reactor.core.publisher.Mono.just("");
  }
}
