package io.understudy.tool.check;

import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.ShapeConfig;
import io.understudy.agent.convert.Construction;
import io.understudy.agent.convert.ConstructionChoice;
import io.understudy.agent.convert.ConversionException;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.ArgumentFit;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TargetParts;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.tool.type.ValueSort;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Follows declared types of the control and the candidate part by part. Not thread-safe. */
final class TypeMapping {
  /** Numbers that hold every value of most others. */
  private static final List<String> WIDE =
      Arrays.asList("java.math.BigDecimal", "java.math.BigInteger", "java.lang.Number");

  private final MappingConfig mapping;
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final TypePartsFinder parts;
  private final Findings findings;
  private final ControlSide side;
  private final Set<String> above = new HashSet<>();
  private final Set<PathPattern> used = new HashSet<>();
  private boolean isComplete = true;

  TypeMapping(
      MappingConfig mapping,
      ClassPathFiles files,
      TypeLookup types,
      TypePartsFinder parts,
      Findings findings,
      ControlSide side) {
    this.side = side;
    this.mapping = mapping;
    this.files = files;
    this.types = types;
    this.parts = parts;
    this.findings = findings;
  }

  /** Checks the values of one place. */
  void check(StaticType from, StaticType to, Path path) {
    ValueSort source = ValueSort.of(from, side.types);
    ValueSort target = ValueSort.of(to, types);
    if (takesAll(from, to)) {
      return;
    }
    if (!source.mayBecome(target)) {
      findings.error(
          path.generalised()
              + " is a "
              + from
              + " and the candidate takes a "
              + to
              + advice(source));
      return;
    }
    if (target == ValueSort.OPTIONAL || source == ValueSort.OPTIONAL) {
      check(
          source == ValueSort.OPTIONAL ? side.parts.inside(from, false) : from,
          target == ValueSort.OPTIONAL ? parts.inside(to, false) : to,
          path);
      return;
    }
    switch (source) {
      case LIST:
      case SET:
      case COLLECTION:
        inside(from, to, target, path);
        return;
      case MAP:
        if (target == ValueSort.MAP) {
          check(side.parts.inside(from, true), parts.inside(to, true), path.index(0));
          inside(from, to, target, path);
        }
        return;
      case RECORD:
        record(from, to, target, path);
        return;
      case NUMBER:
        number(from, to, path);
        return;
      default:
        isComplete &= source != ValueSort.OPEN;
    }
  }

  private void number(StaticType from, StaticType to, Path path) {
    boolean isAlways =
        WIDE.contains(to.name())
            || ArgumentFit.of(from.name(), to.name(), types) != ArgumentFit.NEVER;
    if (!isAlways) {
      findings.warning(
          path.generalised()
              + ": not every "
              + from
              + " is exactly a "
              + to
              + "; calls with other values are unanswered");
    }
  }

  private static String advice(ValueSort source) {
    return source == ValueSort.RECORD
        ? "; say under arguments: which part it takes, or write { json: … }"
        : "; name an adapter: if there is a way";
  }

  private void inside(StaticType from, StaticType to, ValueSort target, Path path) {
    if (target != ValueSort.OPEN) {
      check(side.parts.inside(from, false), parts.inside(to, false), path.index(0));
    }
  }

  /** Whether every object of a type can be passed as another, objects inside included. */
  private boolean takesAll(StaticType from, StaticType to) {
    if (from == StaticType.UNKNOWN || to == StaticType.UNKNOWN) {
      isComplete &= to == StaticType.UNKNOWN;
      return true;
    }
    if (from.toString().equals(to.toString()) && !side.isForeign(from.toString())) {
      return true;
    }
    if (side.isForeign(from.rawName())) {
      return side.isPassed(from, to);
    }
    ArgumentFit fit = ArgumentFit.of(from.rawName(), to.rawName(), types);
    return fit.compareTo(ArgumentFit.BOXED) <= 0 && to.toString().equals(to.rawName());
  }

  private void record(StaticType from, StaticType to, ValueSort target, Path path) {
    if (target == ValueSort.MAP) {
      return;
    }
    StaticType chosen = chosen(from, to, path);
    if (chosen == null || takesAll(from, chosen)) {
      return;
    }
    String pair = from + " " + chosen;
    if (!above.add(pair)) {
      isComplete = false; // The same classes again: only the paths are longer.
      return;
    }
    build(from, chosen, path);
    above.remove(pair);
  }

  private void build(StaticType from, StaticType chosen, Path path) {
    TypeDescription type = types.find(chosen.name());
    Map<String, StaticType> sources = side.parts.of(from).byName();
    if (type == null) {
      isComplete = false;
      return;
    }
    ShapeConfig config = mapping.type(chosen.name());
    if (config == null) {
      config = mapping.type(from.name());
    }
    config = config == null ? ShapeConfig.NONE : config;
    TargetParts members = new TargetParts(type, chosen, types, files);
    ConstructionChoice choice;
    try {
      choice =
          ConstructionChoice.of(
              chosen.name(),
              members.ways(),
              members.fieldNames(),
              new ArrayList<>(sources.keySet()),
              config);
    } catch (ConversionException refused) {
      findings.error(path.generalised() + " (" + from + "): " + refused.reason());
      return;
    }
    Construction way = choice.construction();
    findings.fact("", path.generalised() + ": " + from + " to " + chosen + " by its " + way);
    for (String unsupplied : choice.unsupplied()) {
      findings.error(
          path.generalised()
              + ": "
              + chosen
              + " has a part "
              + unsupplied
              + ", which the control's object does not have; name it under types: defaults,"
              + " constants or parts");
    }
    follow(sources, chosen, config, choice, members.types(way), path);
  }

  private void follow(
      Map<String, StaticType> sources,
      StaticType chosen,
      ShapeConfig config,
      ConstructionChoice choice,
      Map<String, StaticType> targets,
      Path path) {
    for (Map.Entry<String, StaticType> source : sources.entrySet()) {
      Path at = path.part(source.getKey());
      String target = config.target(source.getKey());
      boolean isDropped = isDropped(at);
      if (choice.unplaced().contains(target)) {
        if (!isDropped) {
          findings.error(
              at.generalised()
                  + " has no place in "
                  + chosen
                  + "; if it is not needed, write drop: [ \""
                  + at.generalised()
                  + "\" ]");
        }
      } else if (!isDropped && targets.containsKey(target)) {
        check(source.getValue(), targets.get(target), at);
      }
    }
  }

  /** The class that is built; null if there is none, or it is known only at each call. */
  private @Nullable StaticType chosen(StaticType from, StaticType to, Path path) {
    ShapeConfig config = mapping.type(from.name());
    String name = config == null ? null : config.className();
    if (name != null && types.find(name) == null) {
      findings.error("types: the class " + name + " is not on the class path");
      return null;
    }
    if (name != null && types.closure(name).contains(to.name())) {
      return name.equals(to.name()) ? to : StaticType.ofClass(name);
    }
    TypeDescription declared = types.find(to.name());
    if (declared == null || !declared.isAbstract()) {
      return declared == null || to.name().startsWith("java.") ? null : to;
    }
    if (declared.isSealed()) {
      StaticType permitted = permitted(declared, MappingConfig.simpleName(from.name()));
      if (permitted != null) {
        return permitted;
      }
    }
    if (!to.name().startsWith("java.")) {
      findings.error(
          path.generalised()
              + " ("
              + from
              + "): "
              + to
              + (declared.isInterface() ? " is an interface" : " is abstract")
              + ": name the class to build under types: { "
              + from.name()
              + ": … }");
    }
    return null;
  }

  private static @Nullable StaticType permitted(TypeDescription type, String simpleName) {
    for (TypeDescription each : type.getPermittedSubtypes()) {
      boolean isNamed = MappingConfig.simpleName(each.getName()).equals(simpleName);
      StaticType found =
          isNamed && !each.isAbstract()
              ? StaticType.ofClass(each.getName())
              : each.isSealed() ? permitted(each, simpleName) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private boolean isDropped(Path at) {
    boolean isDropped = false;
    for (PathPattern pattern : mapping.drop()) {
      if (pattern.matches(at)) {
        used.add(pattern);
        isDropped = true;
      }
    }
    return isDropped;
  }

  /** Warns of places to drop that do not exist, if the declared types show all places. */
  void reportUnusedDrops() {
    List<PathPattern> unused = new ArrayList<>(mapping.drop());
    unused.removeAll(used);
    if (isComplete) {
      for (PathPattern pattern : unused) {
        findings.warning("drop: no argument has the part " + pattern);
      }
    }
  }
}
