package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.agent.classfile.Member;
import io.understudy.agent.classfile.MethodNotFoundException;
import io.understudy.agent.classfile.NamedMethod;
import io.understudy.agent.classfile.OverridingMethods;
import io.understudy.agent.weave.LoaderHierarchies.OfLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods of a class that call points refer to: by the name of the class, and inside the
 * packages of a point by the types that the class implements. Reads class files and loads no class.
 * Records the reason for each control that cannot be woven. Thread-safe.
 */
final class ControlMatcher {
  private final ClassNameIndex targets;
  private final LoaderHierarchies hierarchies;
  private final WovenClasses woven;
  private final NoticeQueue notices;

  /** Matches the points that can be woven. */
  ControlMatcher(List<CallPoint> points, WovenClasses woven, NoticeQueue notices) {
    this.targets = new ClassNameIndex(points);
    this.woven = woven;
    this.notices = notices;
    boolean followsJdk = false;
    for (CallPoint point : points) {
      followsJdk |= point.config().control().className().startsWith("java.");
    }
    this.hierarchies = new LoaderHierarchies(followsJdk);
  }

  /** Whether the class file must be read, by the internal name of the class. */
  boolean concerns(String internalName) {
    return targets.concern(internalName);
  }

  /** Whether a point refers to this loaded class or to a type that it extends or implements. */
  boolean concerns(Class<?> loaded) {
    String name = loaded.getName().replace('.', '/');
    if (!targets.exactly(name).isEmpty()) {
      return true;
    }
    for (CallPoint point : targets.below(name)) {
      if (isBelow(loaded, point.config().control().className())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBelow(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(name)) {
        return true;
      }
      for (Class<?> each : at.getInterfaces()) {
        if (isBelow(each, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the methods of a class to weave.
   *
   * @param loaded the class if it is loaded already; else null
   */
  List<WeavingTarget> in(
      @Nullable ClassLoader loader, String internalName, @Nullable Class<?> loaded, byte[] bytes) {
    List<WeavingTarget> found = new ArrayList<>();
    List<CallPoint> exact = targets.exactly(internalName);
    List<CallPoint> below = targets.below(internalName);
    if (exact.isEmpty() && below.isEmpty()) {
      return found;
    }
    ClassFile type;
    try {
      type = ClassFile.of(bytes);
    } catch (ClassFileException e) {
      unreadable(internalName.replace('/', '.'), e.reason(), exact);
      return found;
    }
    LoaderFiles files = new LoaderFiles(loader, internalName, bytes);
    OfLoader known = hierarchies.of(loader);
    if (loaded != null) {
      known.hierarchy.add(loaded);
    } else {
      known.hierarchy.add(type);
    }
    for (CallPoint point : exact) {
      exactly(point, type, known.hierarchy, files, found);
    }
    if (!below.isEmpty()) {
      below(below, type, known, files, found);
    }
    return found;
  }

  private void unreadable(String name, String reason, List<CallPoint> exact) {
    for (CallPoint point : exact) {
      woven.refused(point, name + " was not woven: " + reason);
    }
    if (exact.isEmpty()) {
      notices.warn(name + " was not checked: " + reason);
    }
  }

  private void exactly(
      CallPoint point,
      ClassFile type,
      Hierarchy hierarchy,
      LoaderFiles files,
      List<WeavingTarget> into) {
    ControlMethods methods = new ControlMethods(hierarchy, files);
    try {
      if (point.config().packages().isEmpty()) {
        into.add(new WeavingTarget(point, methods.findWithBody(type, point.config().control())));
        return;
      }
      NamedMethod named = NamedMethod.find(point.config().control(), hierarchy, files);
      if (named.member().hasBody() && named.isDeclared()) {
        into.add(new WeavingTarget(point, named.member()));
      } else if (named.member().hasBody()) {
        methods.findWithBody(type, point.config().control());
      }
    } catch (UnweavableControlException e) {
      woven.refused(point, e.reason());
    } catch (MethodNotFoundException e) {
      woven.refused(point, e.reason());
    }
  }

  private void below(
      List<CallPoint> points,
      ClassFile type,
      OfLoader known,
      LoaderFiles files,
      List<WeavingTarget> into) {
    Set<String> above = known.hierarchy.above(type.name(), files);
    for (CallPoint point : points) {
      String named = point.config().control().className().replace('.', '/');
      if (above.contains(named)) {
        try {
          below(point, type, known, files, into);
        } catch (MethodNotFoundException e) {
          woven.refused(point, e.reason());
        }
      }
    }
    for (String each : above) {
      if (known.hierarchy.isMissing(each)) {
        notices.warn(
            type.name().replace('/', '.')
                + ": what it implements is not fully known, since its class loader has no class"
                + " file of "
                + each.replace('/', '.'));
      }
    }
  }

  private void below(
      CallPoint point, ClassFile type, OfLoader known, LoaderFiles files, List<WeavingTarget> into)
      throws MethodNotFoundException {
    NamedMethod named = known.methods.get(point);
    if (named == null) {
      named = NamedMethod.find(point.config().control(), known.hierarchy, files);
      known.methods.put(point, named);
    }
    OverridingMethods overriders = new OverridingMethods(named, known.hierarchy, files);
    List<Member> found = overriders.in(type);
    found.forEach(method -> into.add(new WeavingTarget(point, method)));
    Member inherited = found.isEmpty() ? overriders.inherited(type) : null;
    if (inherited != null) {
      notices.warn(
          point.name()
              + ": "
              + type.name().replace('/', '.')
              + " runs a body that is not woven, since it inherits it from "
              + inherited.owner()
              + ", which is not below "
              + point.config().control().className()
              + "; give "
              + inherited.owner()
              + "#"
              + inherited.name()
              + " a call point of its own");
    }
  }
}
