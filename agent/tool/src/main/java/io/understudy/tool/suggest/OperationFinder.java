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
 * Finds the methods of an application that may be proposed, each with all that overrides it: bodies
 * that share a declaration belong together, so that none is proposed twice.
 */
final class OperationFinder {
  /** Whose methods are called back by a library, and are no services of the application. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(java|javax|jakarta|jdk|sun|com\\.sun|org\\.springframework|org\\.apache|org\\.hibernate"
              + "|org\\.eclipse|org\\.aopalliance|com\\.google|com\\.fasterxml|com\\.vaadin|scala"
              + "|kotlin|groovy|io\\.reactivex|reactor)\\..*");

  private final ApplicationClasses application;
  private final Map<ClassKind, Integer> kinds = new EnumMap<>(ClassKind.class);

  /** The declarations of each body, and a chain from each to one that stands for its group. */
  private final Map<MethodOutline, Set<MethodOutline>> declared = new LinkedHashMap<>();

  private final Map<MethodOutline, MethodOutline> group = new HashMap<>();

  private OperationFinder(ApplicationClasses application) {
    this.application = application;
  }

  /** Looks at all classes of the application. */
  static OperationFinder of(ApplicationClasses application) {
    OperationFinder operations = new OperationFinder(application);
    for (ClassOutline type : application.classes()) {
      ClassKind kind = ClassKind.of(type, application.closure(type.name));
      operations.kinds.merge(kind, 1, Integer::sum);
      if (kind == ClassKind.WORK) {
        type.methods.forEach(method -> operations.add(type, method));
      }
    }
    return operations;
  }

  /** How many classes there are of each kind. */
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

  /** The method and what it overrides in the application; nothing where a library calls it back. */
  private Set<MethodOutline> declarations(ClassOutline type, MethodOutline method) {
    Set<MethodOutline> found = new LinkedHashSet<>();
    found.add(method);
    if (method.is(Opcodes.ACC_STATIC)) {
      return found;
    }
    for (String above : application.closure(type.name)) {
      ClassOutline outline = above.equals(type.name) ? null : application.find(above);
      MethodOutline overridden = outline == null ? null : overridden(outline, type, method);
      if (overridden != null && application.isOwn(above)) {
        found.add(overridden);
      } else if (overridden != null && LIBRARY.matcher(above).matches()) {
        found.clear();
        return found;
      }
    }
    return found;
  }

  /** By the same descriptor, or by the bridge method that the compiler made for another one. */
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

  private MethodOutline standing(MethodOutline method) {
    MethodOutline at = method;
    for (MethodOutline next = group.get(at); next != null && next != at; next = group.get(at)) {
      at = next;
    }
    return at;
  }

  private void join(MethodOutline one, MethodOutline other) {
    MethodOutline from = standing(one);
    MethodOutline to = standing(other);
    if (from != to) {
      group.put(from, to);
    }
  }

  /** The operations of which there is something to compare. */
  List<Operation> list() {
    Map<MethodOutline, List<MethodOutline>> bodies = new LinkedHashMap<>();
    for (MethodOutline body : declared.keySet()) {
      bodies.computeIfAbsent(standing(body), m -> new ArrayList<>()).add(body);
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

  /** One for all bodies where one declaration stands above them all, else one for each. */
  private List<Operation> operations(List<MethodOutline> bodies) {
    Set<MethodOutline> all = new LinkedHashSet<>();
    List<MethodOutline> common = new ArrayList<>(declarations(bodies.get(0)));
    for (MethodOutline body : bodies) {
      all.addAll(declarations(body));
      common.retainAll(declarations(body));
    }
    List<Operation> found = new ArrayList<>();
    if (bodies.size() > 1 && !common.isEmpty()) {
      // The last one is the farthest above.
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
