package io.understudy.compare.walk;

import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.explain.Explanations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains missing and extra elements of lists: the other list is cut, or the element is a
 * duplicate.
 */
final class SurplusExplanations implements EditScript.Surplus {
  private final long[] a;
  private final long[] b;

  /** Whether the shorter list is a prefix of the longer one. */
  private final boolean cut;

  private @Nullable HashBuckets mine;
  private @Nullable HashBuckets theirs;

  /** Creates explanations for lists or multisets of elements with these hashes. */
  SurplusExplanations(boolean cut, long[] a, long[] b) {
    this.a = a;
    this.b = b;
    this.cut = cut;
  }

  /** Whether the shorter of two lists is a prefix of the longer one, and not empty. */
  static boolean isBeginning(ElementMatching matching, long[] a, long[] b) {
    int shorter = Math.min(a.length, b.length);
    for (int i = 0; i < shorter; i++) {
      if (matching.partner[i] != i || a[i] != b[i]) {
        return false;
      }
    }
    return a.length != b.length && shorter > 0;
  }

  @Override
  public List<Explanation> ofControl(int i) {
    if (mine == null) {
      mine = new HashBuckets(a);
    }
    return Explanations.ofSurplus(cut ? b.length : -1, mine.countUpTo2(a[i]) > 1);
  }

  @Override
  public List<Explanation> ofCandidate(int j) {
    if (theirs == null) {
      theirs = new HashBuckets(b);
    }
    return Explanations.ofSurplus(cut ? a.length : -1, theirs.countUpTo2(b[j]) > 1);
  }
}
