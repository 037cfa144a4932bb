package io.understudy.tool.check;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MappingConfig;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypeParts;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints how each parameter of a candidate is made, and finds the places that cannot fit, as far as
 * declared types show it.
 */
final class MappingCheck {
  private final MappingConfig mapping;
  private final TypeLookup types;
  private final TypePartsFinder parts;
  private final Findings findings;
  private final TypeMapping walk;

  MappingCheck(
      CallConfig call,
      ClassPathFiles files,
      TypeLookup types,
      TypePartsFinder parts,
      Findings findings,
      ControlSide side) {
    this.mapping = call.mapping();
    this.types = types;
    this.parts = side.parts;
    this.findings = findings;
    this.walk = new TypeMapping(mapping, files, types, parts, findings, side);
  }

  /** Checks the arguments of the method that takes them: the candidate, or its adapter. */
  void check(MethodSignature control, MethodSignature target) {
    List<ArgumentSource> sources = mapping.sources(control.parameters().size());
    if (sources.size() != target.parameters().size()) {
      findings.error(
          "there are "
              + sources.size()
              + " arguments and "
              + target
              + " takes "
              + target.parameters().size()
              + "; say under arguments: which parts it takes");
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      check(i, sources.get(i), control, target.parameterTypes().get(i));
    }
    walk.reportUnusedDrops();
  }

  private void check(int i, ArgumentSource source, MethodSignature control, StaticType to) {
    String head = "parameter " + (i + 1) + ", " + to + ", is ";
    if (source.kind() == ArgumentSource.Kind.CONSTANT) {
      findings.fact("mapping", head + source);
      return;
    }
    StaticType from = source(source, control);
    if (from == null) {
      return;
    }
    findings.fact("mapping", head + source + (from == StaticType.UNKNOWN ? "" : ", a " + from));
    if (source.kind() == ArgumentSource.Kind.JSON) {
      if (!types.closure("java.lang.String").contains(to.name())) {
        findings.error(head + "JSON text, and is no String");
      }
      return;
    }
    walk.check(from, to, path(source));
  }

  private static Path path(ArgumentSource source) {
    Path path = Path.root().part(source.isOfReceiver() ? "this" : "" + source.argument());
    for (String step : source.steps()) {
      path = path.part(step);
    }
    return path;
  }

  /** The declared type of a source; unknown if a step has no declared type; null after an error. */
  private @Nullable StaticType source(ArgumentSource source, MethodSignature control) {
    StaticType at;
    if (source.isOfReceiver()) {
      if (control.isStatic()) {
        findings.error(source + ": the control is static and has no receiver");
        return null;
      }
      at = StaticType.ofClass(control.owner());
    } else if (source.argument() >= control.parameters().size()) {
      findings.error(
          source + ": the control has no argument " + source.argument() + ", counted from 0");
      return null;
    } else {
      at = control.parameterTypes().get(source.argument());
    }
    for (String step : source.steps()) {
      TypeParts of = parts.of(at);
      StaticType next = of.step(step);
      if (next == null && of != TypeParts.UNKNOWN && !parts.subclassMayHave(at, step)) {
        findings.error(source + ": " + at + " has no part " + step);
        return null;
      }
      at = next == null ? StaticType.UNKNOWN : next;
    }
    return at;
  }
}
