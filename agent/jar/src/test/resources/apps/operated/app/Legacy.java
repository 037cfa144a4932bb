package app;

import java.util.concurrent.CountDownLatch;

public class Legacy {
  final CountDownLatch inside = new CountDownLatch(1);
  final CountDownLatch go = new CountDownLatch(1);

  public String quote(String customer, int units) {
    return customer + units;
  }

  public int total(int units) {
    return 3 * units;
  }

  public String slow(String customer) throws InterruptedException {
    inside.countDown();
    go.await();
    return customer;
  }
}
