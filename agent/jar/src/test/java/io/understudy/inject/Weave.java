package io.understudy.inject;

import java.nio.file.*;

public final class Weave {
  public static void main(String[] a) throws Exception {
    long t = System.nanoTime();
    SiteTable s = FaultJar.weave(Paths.get(a[0]), Paths.get(a[1]), Paths.get(a[2]));
    Files.write(Paths.get(a[3]), s.lines());
    System.out.println(s.lines().size() + " sites " + (System.nanoTime() - t) / 1000000);
  }
}
