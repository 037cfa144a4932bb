package io.understudy.agent.weave;

import io.understudy.agent.call.Site;
import io.understudy.agent.classfile.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The woven methods by their numbers in woven code. A number is never used twice, since code of an
 * undeployed application may still run. Reads are lock-free. Additions, which happen while locks of
 * class loaders are held, never wait for application code. Thread-safe.
 */
final class SiteTable {
  private volatile Site[] sites = new Site[16];
  private int count;

  /**
   * Returns the number of a method that is about to be woven.
   *
   * @param again whether its class is loaded already, so that the method may have a number
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

  /** Returns the sites whose loaders are not collected. */
  Collection<Site> all() {
    List<Site> all = new ArrayList<>();
    for (Site site : sites) {
      if (site != null && !site.isGone()) {
        all.add(site);
      }
    }
    return all;
  }

  /** Returns the site with a number; null if its loader was collected, or there is none. */
  @Nullable Site of(int number) {
    Site[] now = sites;
    return number >= 0 && number < now.length ? now[number] : null;
  }
}
