package io.understudy.agent.convert;

import io.understudy.agent.config.ShapeConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way in which objects of a class are built from objects with certain parts: the one with a
 * place for most parts, and among those the one that leaves fewest parts of the new object without
 * a value. Immutable.
 */
public final class ConstructionChoice {
  private final int index;
  private final Construction construction;
  private final List<String> unplaced;
  private final List<String> unsupplied;

  private ConstructionChoice(
      int index, Construction construction, List<String> unplaced, List<String> unsupplied) {
    this.index = index;
    this.construction = construction;
    this.unplaced = unplaced;
    this.unsupplied = unsupplied;
  }

  /**
   * Chooses a way.
   *
   * @param className the class to build
   * @param ways in order of preference
   * @param parts the names of the parts of the control's object
   * @param config what is configured for the class
   * @throws ConversionException if no way can be used; the reason says what to write
   */
  public static ConstructionChoice of(
      String className, List<Construction> ways, List<String> parts, ShapeConfig config)
      throws ConversionException {
    Set<String> targets = new LinkedHashSet<>();
    for (String part : parts) {
      addOnce(targets, config.target(part), className);
    }
    for (String constant : config.constants().keySet()) {
      addOnce(targets, constant, className);
    }
    List<String> written = config.constructor();
    ConstructionChoice best = null;
    boolean hasNameless = false;
    String missing = null;
    for (int i = 0; i < ways.size(); i++) {
      Construction way = ways.get(i);
      if (written != null) {
        if (!way.isConstructor() || way.count() != written.size()) {
          continue;
        }
        way = way.named(written);
      }
      List<String> parameters = way.parameters();
      if (parameters == null) {
        hasNameless = true;
        continue;
      }
      String lacking = firstOutside(parameters, targets);
      if (lacking != null) {
        missing = missing == null ? lacking : missing;
        continue;
      }
      ConstructionChoice choice = choice(i, way, parameters, targets, config);
      best = best == null || choice.isBetterThan(best) ? choice : best;
    }
    if (best == null) {
      throw new ConversionException(refusal(className, written, hasNameless, missing));
    }
    return best;
  }

  private static void addOnce(Set<String> targets, String name, String className)
      throws ConversionException {
    if (!targets.add(name)) {
      throw new ConversionException(
          "cannot build "
              + className
              + ": two values become its part "
              + name
              + "; correct parts and constants under types");
    }
  }

  private static ConstructionChoice choice(
      int index,
      Construction way,
      List<String> parameters,
      Set<String> targets,
      ShapeConfig config) {
    List<String> unplaced = new ArrayList<>();
    for (String target : targets) {
      if (!parameters.contains(target) && !way.settable().contains(target)) {
        unplaced.add(target);
      }
    }
    List<String> unsupplied = new ArrayList<>();
    for (String settable : way.settable()) {
      boolean isSupplied =
          targets.contains(settable)
              || parameters.contains(settable)
              || config.defaults().contains(settable);
      if (!isSupplied) {
        unsupplied.add(settable);
      }
    }
    return new ConstructionChoice(index, way, unplaced, unsupplied);
  }

  private boolean isBetterThan(ConstructionChoice other) {
    return unplaced.size() != other.unplaced.size()
        ? unplaced.size() < other.unplaced.size()
        : unsupplied.size() < other.unsupplied.size();
  }

  private static @Nullable String firstOutside(List<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private static String refusal(
      String className,
      @Nullable List<String> written,
      boolean hasNameless,
      @Nullable String missing) {
    if (missing != null) {
      return "cannot build "
          + className
          + ": its constructor takes "
          + missing
          + ", which the control's object does not have; give it under types: constants or parts";
    }
    if (written != null) {
      return "cannot build " + className + ": it has no constructor with parameters " + written;
    }
    return hasNameless
        ? "cannot build "
            + className
            + ": the parameters of its constructors have no names in the class file; compile it"
            + " with -parameters or name them under types: constructor"
        : "cannot build " + className + ": it has no constructor";
  }

  /** The index of the chosen way in the list. */
  int index() {
    return index;
  }

  /** The chosen way, with the names of its parameters. */
  public Construction construction() {
    return construction;
  }

  /** The parts without a place, by their names in the new class. */
  public List<String> unplaced() {
    return unplaced;
  }

  /** The parts of the new class that have no value. */
  public List<String> unsupplied() {
    return unsupplied;
  }
}
