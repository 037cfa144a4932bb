package io.understudy.agent.suggest;

import io.understudy.agent.service.Habits;
import io.understudy.agent.service.Kind;
import io.understudy.agent.service.Method;
import io.understudy.agent.service.Outline;
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
final class Operations {
  /** Whose methods are called back by a library, and are no services of the application. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(java|javax|jakarta|jdk|sun|com\\.sun|org\\.springframework|org\\.apache|org\\.hibernate"
              + "|org\\.eclipse|org\\.aopalliance|com\\.google|com\\.fasterxml|com\\.vaadin|scala"
              + "|kotlin|groovy|io\\.reactivex|reactor)\\..*");

  private final Application application;
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);

  /** The declarations of each body, and a chain from each to one that stands for its group. */
  private final Map<Method, Set<Method>> declared = new LinkedHashMap<>();

  private final Map<Method, Method> group = new HashMap<>();

  private Operations(Application application) {
    this.application = application;
  }

  /** Looks at all classes of the application. */
  static Operations of(Application application) {
    Operations operations = new Operations(application);
    for (Outline type : application.classes()) {
      Kind kind = Kind.of(type, application.closure(type.name));
      operations.kinds.merge(kind, 1, Integer::sum);
      if (kind == Kind.WORK) {
        type.methods.forEach(method -> operations.add(type, method));
      }
    }
    return operations;
  }

  /** How many classes there are of each kind. */
  Map<Kind, Integer> kinds() {
    return kinds;
  }

  private void add(Outline type, Method method) {
    if (!Habits.mayBeService(method)) {
      return;
    }
    Set<Method> declarations = declarations(type, method);
    if (declarations.isEmpty()) {
      return;
    }
    declared.put(method, declarations);
    declarations.forEach(each -> join(method, each));
  }

  /** The method and what it overrides in the application; nothing where a library calls it back. */
  private Set<Method> declarations(Outline type, Method method) {
    Set<Method> found = new LinkedHashSet<>();
    found.add(method);
    if (method.is(Opcodes.ACC_STATIC)) {
      return found;
    }
    for (String above : application.closure(type.name)) {
      Outline outline = above.equals(type.name) ? null : application.find(above);
      Method overridden = outline == null ? null : overridden(outline, type, method);
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
  private static @Nullable Method overridden(Outline above, Outline type, Method method) {
    for (Method each : above.methods) {
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

  private Method standing(Method method) {
    Method at = method;
    for (Method next = group.get(at); next != null && next != at; next = group.get(at)) {
      at = next;
    }
    return at;
  }

  private void join(Method one, Method other) {
    Method from = standing(one);
    Method to = standing(other);
    if (from != to) {
      group.put(from, to);
    }
  }

  /** The operations of which there is something to compare. */
  List<Operation> list() {
    Map<Method, List<Method>> bodies = new LinkedHashMap<>();
    for (Method body : declared.keySet()) {
      bodies.computeIfAbsent(standing(body), m -> new ArrayList<>()).add(body);
    }
    List<Operation> found = new ArrayList<>();
    for (List<Method> each : bodies.values()) {
      if (each.stream().allMatch(body -> body.body == Method.Body.TRIVIAL)
          || each.stream().allMatch(body -> body.isVoid() && !body.hasParameters())) {
        continue;
      }
      found.addAll(operations(each));
    }
    return found;
  }

  /** One for all bodies where one declaration stands above them all, else one for each. */
  private List<Operation> operations(List<Method> bodies) {
    Set<Method> all = new LinkedHashSet<>();
    List<Method> common = new ArrayList<>(declarations(bodies.get(0)));
    for (Method body : bodies) {
      all.addAll(declarations(body));
      common.retainAll(declarations(body));
    }
    List<Operation> found = new ArrayList<>();
    if (bodies.size() > 1 && !common.isEmpty()) {
      // The last one is the farthest above.
      found.add(new Operation(bodies, all, common.get(common.size() - 1)));
      return found;
    }
    for (Method body : bodies) {
      found.add(new Operation(Collections.singletonList(body), declarations(body), body));
    }
    return found;
  }

  private Set<Method> declarations(Method body) {
    Set<Method> found = declared.get(body);
    return found == null ? new LinkedHashSet<>() : found;
  }
}
