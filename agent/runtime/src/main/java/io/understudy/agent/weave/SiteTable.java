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
  private int[] points = new int[16];
  private int count;

  /**
   * Returns the number of a method that is about to be woven.
   *
   * @param point the number of its call point
   * @param code a hash of the class file
   * @param again whether its class is loaded already, so that the method may have a number
   */
  synchronized int add(
      int point,
      String className,
      Member method,
      long code,
      @Nullable ClassLoader loader,
      boolean again) {
    Site known = again ? find(point, className, method.name(), method.descriptor(), loader) : null;
    if (known != null) {
      return known.number();
    }
    if (count == sites.length) {
      sites = grown();
      points = Arrays.copyOf(points, sites.length);
    }
    Site[] now = sites;
    now[count] = new Site(count, code, className, method.name(), method.descriptor(), loader);
    points[count] = point;
    sites = now; // makes the new element visible
    return count++;
  }

  /** Returns the site of a method that was woven for a call point; null if there is none. */
  synchronized @Nullable Site find(
      int point, String className, String method, String descriptor, @Nullable ClassLoader loader) {
    for (int i = count - 1; i >= 0; i--) {
      Site site = sites[i];
      if (site != null && points[i] == point && site.is(className, method, descriptor, loader)) {
        return site;
      }
    }
    return null;
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
