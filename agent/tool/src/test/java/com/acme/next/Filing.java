package com.acme.next;

import com.acme.legacy.Archive;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The candidate of {@link Archive}; never loaded by the checks. */
public final class Filing {
  public Document invoice(Archive.Order order, int copies) {
    return null;
  }

  public Archive.Tree tree() {
    return null;
  }

  /** The new document. */
  public static final class Document {
    public String number;
    public List<Archive.Line> lines;
    public Instant printedAt;
  }

  /** The view of a tree. */
  public static final class TreeView implements Function<Object, Object> {
    @Override
    public Object apply(Object tree) {
      return ((Archive.Tree) tree).label;
    }
  }

  /** A function without a public constructor. */
  public static final class Hidden implements Function<Object, Object> {
    Hidden() {}

    @Override
    public Object apply(Object any) {
      return any;
    }
  }

  /** Amounts are equal if they round to the same cent. */
  public static final class SameCents implements BiPredicate<Object, Object> {
    @Override
    public boolean test(Object one, Object other) {
      return ((BigDecimal) one).subtract((BigDecimal) other).abs().movePointRight(2).intValue()
          == 0;
    }
  }

  /** A comparator without a public constructor. */
  static final class Package implements BiPredicate<Object, Object> {
    @Override
    public boolean test(Object one, Object other) {
      return one.equals(other);
    }
  }
}
