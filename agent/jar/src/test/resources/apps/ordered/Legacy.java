package app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the balance of each account. */
public class Legacy {
  static final AtomicInteger SHADOWS = new AtomicInteger();
  private final long[] balances = new long[Main.ACCOUNTS];

  public long book(Account account, int amount) {
    countShadow();
    return balances[account.number] += amount;
  }

  public long balance(long account) {
    countShadow();
    return balances[(int) account];
  }

  public CompletableFuture<Long> later(Account account, int amount) {
    long booked = balances[account.number] += amount;
    return CompletableFuture.completedFuture(booked);
  }

  /** What every candidate must see, and no control. */
  public boolean probe(String way) {
    countShadow();
    return true;
  }

  private static void countShadow() {
    if (Shadow.isShadow()) {
      SHADOWS.incrementAndGet();
    }
  }
}
