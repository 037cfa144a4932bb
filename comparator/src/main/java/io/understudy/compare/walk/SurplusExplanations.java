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
final class SurplusExplanations implements EditScript.ElementExplanations {
  private final long[] a;
  private final long[] b;

  /** Whether the shorter list is a prefix of the longer one. */
  private final boolean isCut;

  private @Nullable HashBuckets controlBuckets;
  private @Nullable HashBuckets candidateBuckets;

  /** Creates explanations for lists or multisets of elements with these hashes. */
  SurplusExplanations(boolean isCut, long[] a, long[] b) {
    this.a = a;
    this.b = b;
    this.isCut = isCut;
  }

  /** Whether the shorter of two lists is a prefix of the longer one, and not empty. */
  static boolean isPrefix(ElementMatching matching, long[] a, long[] b) {
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
    if (controlBuckets == null) {
      controlBuckets = new HashBuckets(a);
    }
    return Explanations.ofSurplus(isCut ? b.length : -1, controlBuckets.countUpTo2(a[i]) > 1);
  }

  @Override
  public List<Explanation> ofCandidate(int j) {
    if (candidateBuckets == null) {
      candidateBuckets = new HashBuckets(b);
    }
    return Explanations.ofSurplus(isCut ? a.length : -1, candidateBuckets.countUpTo2(b[j]) > 1);
  }
}
