package io.understudy.tool.suggest;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.service.ClassKind;
import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.MethodOutline;
import io.understudy.tool.check.CallPointCheck;
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
final class CandidateSearch {
  /** So many classes with a method of one name are tried; that name then says nothing. */
  private static final int MOST_TRIED = 20;

  private final ApplicationClasses application;
  private final CallPointCheck check;

  /** Whether a class may be taken that looks like no class of the control's. */
  private final boolean wide;

  private final Map<String, List<ClassOutline>> byMethod = new HashMap<>();

  private CandidateSearch(ApplicationClasses application, CallPointCheck check, boolean wide) {
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
  static CandidateSearch among(ApplicationClasses application, CallPointCheck check, boolean wide) {
    CandidateSearch candidates = new CandidateSearch(application, check, wide);
    for (ClassOutline type : application.classes()) {
      ClassKind kind = ClassKind.of(type, application.closure(type.name));
      boolean usable = kind == ClassKind.WORK || kind == ClassKind.DATA || kind == ClassKind.RECORD;
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

  private Set<String> methodNames(ClassOutline type) {
    Set<String> names = new LinkedHashSet<>();
    for (String above : application.closure(type.name)) {
      ClassOutline outline = application.isOwn(above) ? application.find(above) : null;
      for (MethodOutline method :
          outline == null ? Collections.<MethodOutline>emptyList() : outline.methods) {
        if (method.isWritten() && !method.is(Opcodes.ACC_PRIVATE)) {
          names.add(method.name);
        }
      }
    }
    return names;
  }

  /** The best one; null where none fits, or none is more likely than another one. */
  @Nullable CandidateMethod find(Operation operation, MethodRef control) {
    List<ClassOutline> named =
        new ArrayList<>(
            byMethod.getOrDefault(control.methodName(), Collections.<ClassOutline>emptyList()));
    named.removeIf(type -> operation.isOf(type.name));
    named.sort(Comparator.comparing((ClassOutline type) -> likeness(operation, type)));
    List<CandidateMethod> strangers = new ArrayList<>();
    for (ClassOutline type : named.subList(0, Math.min(named.size(), MOST_TRIED))) {
      NameSimilarity likeness = likeness(operation, type);
      CandidateMethod fitting =
          likeness == NameSimilarity.NONE && !wide ? null : fitting(control, type, likeness);
      if (fitting != null && likeness != NameSimilarity.NONE) {
        return fitting;
      } else if (fitting != null) {
        strangers.add(fitting);
      }
    }
    return strangers.size() == 1 && named.size() <= MOST_TRIED ? strangers.get(0) : null;
  }

  private NameSimilarity likeness(Operation operation, ClassOutline type) {
    NameSimilarity best = NameSimilarity.NONE;
    for (MethodOutline declaration : operation.declarations) {
      NameSimilarity likeness =
          application.closure(type.name).contains(declaration.owner)
              ? NameSimilarity.INTERFACE
              : NameSimilarity.of(ClassOutline.simple(declaration.owner), type.simpleName());
      best = likeness.compareTo(best) < 0 ? likeness : best;
    }
    return best;
  }

  private @Nullable CandidateMethod fitting(
      MethodRef control, ClassOutline type, NameSimilarity likeness) {
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
          return new CandidateMethod(ref, factory, likeness);
        }
      }
    }
    return null;
  }

  private List<MethodRef> factories(ClassOutline type) {
    List<MethodRef> found = new ArrayList<>();
    Set<String> closure = application.closure(type.name);
    for (MethodOutline method : type.methods) {
      String made = Type.getReturnType(method.descriptor).getClassName();
      boolean makes = !made.equals("java.lang.Object") && closure.contains(made);
      if (method.is(Opcodes.ACC_STATIC) && !method.hasParameters() && makes && method.isWritten()) {
        found.add(new MethodRef(type.name, method.name, null));
      }
    }
    return found;
  }
}
