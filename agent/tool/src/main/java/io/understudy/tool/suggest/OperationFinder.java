package io.understudy.tool.suggest;

import io.understudy.agent.service.ClassKind;
import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.MethodConventions;
import io.understudy.agent.service.MethodOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods of an application that may be proposed. Bodies that share a declaration form
 * one operation, so no method is proposed twice. Not thread-safe.
 */
final class OperationFinder {
  /** Libraries whose interfaces are callbacks; methods that implement them are not services. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(java|javax|jakarta|jdk|sun|com\\.sun|org\\.springframework|org\\.apache|org\\.hibernate"
              + "|org\\.eclipse|org\\.aopalliance|com\\.google|com\\.fasterxml|com\\.vaadin|scala"
              + "|kotlin|groovy|io\\.reactivex|reactor)\\..*");

  private final ApplicationClasses application;
  private final Map<ClassKind, Integer> kinds = new EnumMap<>(ClassKind.class);

  /** The declarations of each body. */
  private final Map<MethodOutline, Set<MethodOutline>> declared = new LinkedHashMap<>();

  /** A union-find forest: the parent of each method in its group. */
  private final Map<MethodOutline, MethodOutline> parents = new HashMap<>();

  private OperationFinder(ApplicationClasses application) {
    this.application = application;
  }

  /** Reads all classes of the application. */
  static OperationFinder of(ApplicationClasses application) {
    OperationFinder operations = new OperationFinder(application);
    for (ClassOutline type : application.classes()) {
      ClassKind kind = ClassKind.of(type, application.closure(type.name));
      operations.kinds.merge(kind, 1, Integer::sum);
      if (kind == ClassKind.LOGIC) {
        type.methods.forEach(method -> operations.add(type, method));
      }
    }
    return operations;
  }

  /** The number of classes of each kind. */
  Map<ClassKind, Integer> kinds() {
    return kinds;
  }

  private void add(ClassOutline type, MethodOutline method) {
    if (!MethodConventions.mayBeService(method)) {
      return;
    }
    Set<MethodOutline> declarations = declarations(type, method);
    if (declarations.isEmpty()) {
      return;
    }
    declared.put(method, declarations);
    declarations.forEach(each -> join(method, each));
  }

  /**
   * The method and what it overrides in the application; empty if it is a callback of a library.
   */
  private Set<MethodOutline> declarations(ClassOutline type, MethodOutline method) {
    Set<MethodOutline> found = new LinkedHashSet<>();
    found.add(method);
    if (method.is(Opcodes.ACC_STATIC)) {
      return found;
    }
    for (String above : application.closure(type.name)) {
      ClassOutline outline = above.equals(type.name) ? null : application.find(above);
      MethodOutline overridden = outline == null ? null : overridden(outline, type, method);
      if (overridden != null && application.isSelected(above)) {
        found.add(overridden);
      } else if (overridden != null && LIBRARY.matcher(above).matches()) {
        found.clear();
        return found;
      }
    }
    return found;
  }

  /**
   * Finds it by the same descriptor, or by the bridge method that the compiler added for another
   * one.
   */
  private static @Nullable MethodOutline overridden(
      ClassOutline above, ClassOutline type, MethodOutline method) {
    for (MethodOutline each : above.methods) {
      boolean virtual = !each.is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE);
      if (virtual
          && each.isWritten()
          && each.name.equals(method.name)
          && (each.descriptor.equals(method.descriptor)
              || method.equals(type.behindBridge(each.name, each.descriptor)))) {
        return each;
      }
    }
    return null;
  }

  private MethodOutline root(MethodOutline method) {
    MethodOutline at = method;
    for (MethodOutline next = parents.get(at); next != null && next != at; next = parents.get(at)) {
      at = next;
    }
    return at;
  }

  private void join(MethodOutline one, MethodOutline other) {
    MethodOutline from = root(one);
    MethodOutline to = root(other);
    if (from != to) {
      parents.put(from, to);
    }
  }

  /**
   * Returns the operations with something to compare: not only trivial bodies, and a result or
   * parameters.
   */
  List<Operation> list() {
    Map<MethodOutline, List<MethodOutline>> bodies = new LinkedHashMap<>();
    for (MethodOutline body : declared.keySet()) {
      bodies.computeIfAbsent(root(body), m -> new ArrayList<>()).add(body);
    }
    List<Operation> found = new ArrayList<>();
    for (List<MethodOutline> each : bodies.values()) {
      if (each.stream().allMatch(body -> body.body == MethodOutline.Body.TRIVIAL)
          || each.stream().allMatch(body -> body.isVoid() && !body.hasParameters())) {
        continue;
      }
      found.addAll(operations(each));
    }
    return found;
  }

  /** Returns one operation if a declaration covers all bodies, else one for each body. */
  private List<Operation> operations(List<MethodOutline> bodies) {
    Set<MethodOutline> all = new LinkedHashSet<>();
    List<MethodOutline> common = new ArrayList<>(declarations(bodies.get(0)));
    for (MethodOutline body : bodies) {
      all.addAll(declarations(body));
      common.retainAll(declarations(body));
    }
    List<Operation> found = new ArrayList<>();
    if (bodies.size() > 1 && !common.isEmpty()) {
      // The closure lists the nearest first, so the last one is the topmost.
      found.add(new Operation(bodies, all, common.get(common.size() - 1)));
      return found;
    }
    for (MethodOutline body : bodies) {
      found.add(new Operation(Collections.singletonList(body), declarations(body), body));
    }
    return found;
  }

  private Set<MethodOutline> declarations(MethodOutline body) {
    Set<MethodOutline> found = declared.get(body);
    return found == null ? new LinkedHashSet<>() : found;
  }
}
