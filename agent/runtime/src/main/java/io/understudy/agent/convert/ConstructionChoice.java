package io.understudy.agent.convert;

import io.understudy.agent.config.ShapeConfig;
import java.util.ArrayList;
import java.util.Collections;
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
   * @param fields the names of the fields of the class
   * @param parts the names of the parts of the control's object
   * @param config what is configured for the class
   * @throws ConversionException if no way can be used; the reason says what to write
   */
  public static ConstructionChoice of(
      String className,
      List<Construction> ways,
      Set<String> fields,
      List<String> parts,
      ShapeConfig config)
      throws ConversionException {
    Set<String> targets = new LinkedHashSet<>();
    for (String part : parts) {
      addOnce(targets, config.target(part), className);
    }
    for (String constant : config.constants().keySet()) {
      addOnce(targets, constant, className);
    }
    List<String> written = config.constructor();
    Construction sure = written == null ? null : writtenIn(className, ways, written);
    Set<String> kept = written == null ? kept(ways, fields) : Collections.emptySet();
    ConstructionChoice best = null;
    boolean hasNameless = false;
    String missing = null;
    for (int i = 0; i < ways.size(); i++) {
      Construction way = ways.get(i);
      if (written != null) {
        if (way != sure) {
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
      ConstructionChoice choice = choice(i, way, parameters, kept, targets, config);
      best = best == null || choice.isBetterThan(best) ? choice : best;
    }
    if (best == null) {
      throw new ConversionException(refusal(className, written, hasNameless, missing));
    }
    return best;
  }

  /** The constructor that the configuration means; null if there is none. */
  private static @Nullable Construction writtenIn(
      String className, List<Construction> ways, List<String> written) throws ConversionException {
    Construction found = null;
    for (Construction way : ways) {
      if (!way.isConstructor() || way.count() != written.size()) {
        continue;
      }
      if (written.equals(way.parameters())) {
        return way;
      }
      if (found != null) {
        // Their parameters may be in another order; one that has these names is still to come.
        requireNamed(className, ways, written);
      }
      found = way;
    }
    return found;
  }

  private static void requireNamed(String className, List<Construction> ways, List<String> written)
      throws ConversionException {
    if (ways.stream().noneMatch(way -> written.equals(way.parameters()))) {
      throw new ConversionException(
          "cannot build "
              + className
              + ": several constructors take "
              + written.size()
              + " parameters, and none names them "
              + written
              + "; name an adapter:");
    }
  }

  /**
   * The fields that some constructor takes. Where the chosen one does not take such a part, it
   * gives the part a value of its own.
   */
  private static Set<String> kept(List<Construction> ways, Set<String> fields) {
    Set<String> kept = new LinkedHashSet<>();
    for (Construction way : ways) {
      List<String> parameters = way.isConstructor() ? way.parameters() : null;
      if (parameters != null) {
        kept.addAll(parameters);
      }
    }
    kept.retainAll(fields);
    return kept;
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
      Set<String> kept,
      Set<String> targets,
      ShapeConfig config) {
    List<String> unplaced = new ArrayList<>();
    for (String target : targets) {
      if (!parameters.contains(target) && !way.settable().contains(target)) {
        unplaced.add(target);
      }
    }
    List<String> unsupplied = new ArrayList<>();
    Set<String> wanted = new LinkedHashSet<>(way.settable());
    wanted.addAll(way.isConstructor() ? kept : way.settable());
    for (String part : wanted) {
      boolean isSupplied =
          targets.contains(part) || parameters.contains(part) || config.defaults().contains(part);
      if (!isSupplied) {
        unsupplied.add(part);
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
