package io.understudy.compare.rule;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A comparator of the user's: given, or named by its class and resolved where it is needed. */
final class UserComparator {
  private final String name;
  private final @Nullable BiPredicate<Object, Object> given;

  UserComparator(String name, @Nullable BiPredicate<Object, Object> given) {
    this.name = name;
    this.given = given;
  }

  /**
   * Whether two objects are equal by it; it is shown {@link PlainCopy}s of them.
   *
   * @return null when it says so, "" when it says otherwise, else why nothing can be said
   */
  @Nullable String difference(
      @Nullable Object control, @Nullable Object candidate, ComparatorResolver resolver) {
    try {
      BiPredicate<Object, Object> comparator = given == null ? resolver.comparator(name) : given;
      return comparator == null
          ? "the comparator " + name + " is not there, or is no BiPredicate that can be made"
          : difference(comparator, PlainCopy.of(control), PlainCopy.of(candidate));
    } catch (PlainCopy.Impossible impossible) {
      return "the comparator " + name + " cannot be shown this: " + impossible.reason;
    } catch (StackOverflowError tooDeep) {
      return threw(tooDeep);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      return threw(thrown);
    }
  }

  @SuppressWarnings("NullAway") // BiPredicate's type says nothing of null, which a side may have.
  private static @Nullable String difference(
      BiPredicate<Object, Object> comparator, @Nullable Object mine, @Nullable Object theirs) {
    return comparator.test(mine, theirs) ? null : "";
  }

  private String threw(Throwable thrown) {
    return "the comparator " + name + " threw " + thrown.getClass().getName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserComparator
        && name.equals(((UserComparator) other).name)
        && given == ((UserComparator) other).given;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, System.identityHashCode(given));
  }

  @Override
  public String toString() {
    return name;
  }
}
