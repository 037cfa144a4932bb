package io.understudy.agent.suggest;

import io.understudy.agent.check.PointCheck;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.service.Kind;
import io.understudy.agent.service.Method;
import io.understudy.agent.service.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method that may answer for a control: of the same name, able to take its arguments, and
 * of a class that looks like the control's. Whether it does the same, nobody can tell from here.
 */
final class Candidates {
  /** So many classes with a method of one name are tried; that name then says nothing. */
  private static final int MOST_TRIED = 20;

  private final Application application;
  private final PointCheck check;

  /** Whether a class may be taken that looks like no class of the control's. */
  private final boolean wide;

  private final Map<String, List<Outline>> byMethod = new HashMap<>();

  private Candidates(Application application, PointCheck check, boolean wide) {
    this.application = application;
    this.check = check;
    this.wide = wide;
  }

  /**
   * Looks among the classes of an application.
   *
   * @param wide whether they are all part of the replacement, so that the only method of a name may
   *     be taken whatever its class is called
   */
  static Candidates among(Application application, PointCheck check, boolean wide) {
    Candidates candidates = new Candidates(application, check, wide);
    for (Outline type : application.classes()) {
      Kind kind = Kind.of(type, application.closure(type.name));
      boolean usable = kind == Kind.WORK || kind == Kind.DATA || kind == Kind.RECORD;
      if (usable && type.isConcrete()) {
        candidates
            .methodNames(type)
            .forEach(
                name ->
                    candidates.byMethod.computeIfAbsent(name, n -> new ArrayList<>()).add(type));
      }
    }
    return candidates;
  }

  private Set<String> methodNames(Outline type) {
    Set<String> names = new LinkedHashSet<>();
    for (String above : application.closure(type.name)) {
      Outline outline = application.isOwn(above) ? application.find(above) : null;
      for (Method method : outline == null ? Collections.<Method>emptyList() : outline.methods) {
        if (method.isWritten() && !method.is(Opcodes.ACC_PRIVATE)) {
          names.add(method.name);
        }
      }
    }
    return names;
  }

  /** The best one; null where none fits, or none is more likely than another one. */
  @Nullable Candidate find(Operation operation, MethodRef control) {
    List<Outline> named =
        new ArrayList<>(
            byMethod.getOrDefault(control.methodName(), Collections.<Outline>emptyList()));
    named.removeIf(type -> operation.isOf(type.name));
    named.sort(Comparator.comparing((Outline type) -> likeness(operation, type)));
    List<Candidate> strangers = new ArrayList<>();
    for (Outline type : named.subList(0, Math.min(named.size(), MOST_TRIED))) {
      Likeness likeness = likeness(operation, type);
      Candidate fitting =
          likeness == Likeness.NONE && !wide ? null : fitting(control, type, likeness);
      if (fitting != null && likeness != Likeness.NONE) {
        return fitting;
      } else if (fitting != null) {
        strangers.add(fitting);
      }
    }
    return strangers.size() == 1 && named.size() <= MOST_TRIED ? strangers.get(0) : null;
  }

  private Likeness likeness(Operation operation, Outline type) {
    Likeness best = Likeness.NONE;
    for (Method declaration : operation.declarations) {
      Likeness likeness =
          application.closure(type.name).contains(declaration.owner)
              ? Likeness.INTERFACE
              : Likeness.of(Outline.simple(declaration.owner), type.simpleName());
      best = likeness.compareTo(best) < 0 ? likeness : best;
    }
    return best;
  }

  private @Nullable Candidate fitting(MethodRef control, Outline type, Likeness likeness) {
    List<MethodRef> refs = new ArrayList<>();
    refs.add(new MethodRef(type.name, control.methodName(), null));
    if (control.parameterTypes() != null) {
      refs.add(new MethodRef(type.name, control.methodName(), control.parameterTypes()));
    }
    List<@Nullable MethodRef> factories = new ArrayList<>(Arrays.asList((MethodRef) null));
    factories.addAll(factories(type));
    for (MethodRef ref : refs) {
      for (MethodRef factory : factories) {
        if (check.candidate(control, ref, factory).isEmpty()) {
          return new Candidate(ref, factory, likeness);
        }
      }
    }
    return null;
  }

  private List<MethodRef> factories(Outline type) {
    List<MethodRef> found = new ArrayList<>();
    Set<String> closure = application.closure(type.name);
    for (Method method : type.methods) {
      String made = Type.getReturnType(method.descriptor).getClassName();
      boolean makes = !made.equals("java.lang.Object") && closure.contains(made);
      if (method.is(Opcodes.ACC_STATIC) && !method.hasParameters() && makes && method.isWritten()) {
        found.add(new MethodRef(type.name, method.name, null));
      }
    }
    return found;
  }
}
