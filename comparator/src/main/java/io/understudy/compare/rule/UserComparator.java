package io.understudy.compare.rule;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A user's comparator: an object, or the name of a class that is resolved at each comparison. */
final class UserComparator {
  private final String name;
  private final @Nullable BiPredicate<Object, Object> comparator;

  UserComparator(String name, @Nullable BiPredicate<Object, Object> comparator) {
    this.name = name;
    this.comparator = comparator;
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
      BiPredicate<Object, Object> resolved =
          comparator == null ? resolver.comparator(name) : comparator;
      return resolved == null
          ? "the comparator "
              + name
              + " is not found, or is not a BiPredicate with a public constructor"
          : difference(resolved, PlainCopy.of(control), PlainCopy.of(candidate));
    } catch (PlainCopy.UncopyableException impossible) {
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
      BiPredicate<Object, Object> comparator,
      @Nullable Object control,
      @Nullable Object candidate) {
    return comparator.test(control, candidate) ? null : "";
  }

  private String threw(Throwable thrown) {
    return "the comparator " + name + " threw " + thrown.getClass().getName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserComparator
        && name.equals(((UserComparator) other).name)
        && comparator == ((UserComparator) other).comparator;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, System.identityHashCode(comparator));
  }

  @Override
  public String toString() {
    return name;
  }
}
