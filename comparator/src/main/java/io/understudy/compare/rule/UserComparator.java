package io.understudy.compare.rule;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A user's comparator: an object, or the name of a class that is resolved at each comparison. */
final class UserComparator {
  private final String name;
  private final @Nullable BiPredicate<Object, Object> given;

  UserComparator(String name, @Nullable BiPredicate<Object, Object> given) {
    this.name = name;
    this.given = given;
  }

  /**
   * Compares {@link PlainCopy}s of two objects.
   *
   * @return null when they are equal, "" when they differ, otherwise the reason why the comparator
   *     failed
   */
  @Nullable String difference(
      @Nullable Object control, @Nullable Object candidate, ComparatorResolver resolver) {
    try {
      BiPredicate<Object, Object> comparator = given == null ? resolver.comparator(name) : given;
      return comparator == null
          ? "the comparator "
              + name
              + " is not found, or is not a BiPredicate with a public constructor"
          : difference(comparator, PlainCopy.of(control), PlainCopy.of(candidate));
    } catch (PlainCopy.Impossible impossible) {
      return "the comparator " + name + " cannot receive this value: " + impossible.reason;
    } catch (StackOverflowError tooDeep) {
      return threw(tooDeep);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      return threw(thrown);
    }
  }

  @SuppressWarnings(
      "NullAway") // The type of BiPredicate does not declare null arguments, which are possible
  // here.
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
