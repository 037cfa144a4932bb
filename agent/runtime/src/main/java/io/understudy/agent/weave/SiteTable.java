package io.understudy.agent.weave;

import io.understudy.agent.call.Site;
import io.understudy.agent.classfile.Member;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The woven methods, by the numbers that woven code knows them by. A number is never used twice: an
 * undeployed application's code may still run while its loader is about to be collected. Reading is
 * lock-free; adding, which weaving does with locks of class loaders held, waits for no code of the
 * application.
 */
final class SiteTable {
  private volatile Site[] sites = new Site[16];
  private int count;

  /**
   * The number of a method that is about to be woven.
   *
   * @param again whether its class has been loaded before, and may have its number already
   */
  synchronized int add(
      String className, Member method, @Nullable ClassLoader loader, boolean again) {
    for (int i = again ? count - 1 : -1; i >= 0; i--) {
      Site site = sites[i];
      if (site != null && site.is(className, method.name(), method.descriptor(), loader)) {
        return i;
      }
    }
    if (count == sites.length) {
      sites = grown();
    }
    Site[] now = sites;
    now[count] = new Site(className, method.name(), method.descriptor(), loader);
    sites = now; // makes the new element visible
    return count++;
  }

  private Site[] grown() {
    Site[] grown = Arrays.copyOf(sites, 2 * sites.length);
    for (int i = 0; i < count; i++) {
      if (grown[i] != null && grown[i].isGone()) {
        grown[i] = null;
      }
    }
    return grown;
  }

  /** The site with a number; null when it is gone, or not one of these. */
  @Nullable Site of(int number) {
    Site[] now = sites;
    return number >= 0 && number < now.length ? now[number] : null;
  }
}
