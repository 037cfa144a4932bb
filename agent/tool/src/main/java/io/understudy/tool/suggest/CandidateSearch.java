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
 * Finds the method that may be the candidate of a control: it has the same name, accepts the
 * control's arguments, and its class has a similar name or a common supertype. It does not compare
 * behaviour. Not thread-safe.
 */
final class CandidateSearch {
  /** The maximum number of classes that are tried; a more common method name is no evidence. */
  private static final int MAX_CLASSES = 20;

  /** The factory that the user must still name. */
  private static final MethodRef OPEN_FACTORY = new MethodRef(MethodRef.OPEN, "create", null);

  private final ApplicationClasses application;
  private final CallPointCheck check;

  /** Whether a class without any similarity to the control's may be chosen. */
  private final boolean wide;

  private final Map<String, List<ClassOutline>> byMethod = new HashMap<>();

  private CandidateSearch(ApplicationClasses application, CallPointCheck check, boolean wide) {
    this.application = application;
    this.check = check;
    this.wide = wide;
  }

  /**
   * Searches the classes of an application.
   *
   * @param wide whether all classes belong to the replacement, so the only method of a name may be
   *     chosen whatever its class name is
   */
  static CandidateSearch among(ApplicationClasses application, CallPointCheck check, boolean wide) {
    CandidateSearch candidates = new CandidateSearch(application, check, wide);
    for (ClassOutline type : application.classes()) {
      ClassKind kind = ClassKind.of(type, application.closure(type.name));
      boolean usable =
          kind == ClassKind.LOGIC || kind == ClassKind.DATA || kind == ClassKind.RECORD;
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
      ClassOutline outline = application.isSelected(above) ? application.find(above) : null;
      for (MethodOutline method :
          outline == null ? Collections.<MethodOutline>emptyList() : outline.methods) {
        if (method.isWritten() && !method.is(Opcodes.ACC_PRIVATE)) {
          names.add(method.name);
        }
      }
    }
    return names;
  }

  /**
   * Returns the best candidate; null if no method fits, or if several fit equally well. One whose
   * instance needs a factory comes after those that need none.
   */
  @Nullable CandidateMethod find(Operation operation, MethodRef control) {
    CandidateMethod ready = find(operation, control, false);
    return ready != null ? ready : find(operation, control, true);
  }

  private @Nullable CandidateMethod find(
      Operation operation, MethodRef control, boolean withoutInstance) {
    List<ClassOutline> named =
        new ArrayList<>(
            byMethod.getOrDefault(control.methodName(), Collections.<ClassOutline>emptyList()));
    named.removeIf(type -> operation.hasBodyIn(type.name));
    named.sort(Comparator.comparing((ClassOutline type) -> similarity(operation, type)));
    List<CandidateMethod> dissimilar = new ArrayList<>();
    for (ClassOutline type : named.subList(0, Math.min(named.size(), MAX_CLASSES))) {
      NameSimilarity similarity = similarity(operation, type);
      CandidateMethod fitting =
          similarity == NameSimilarity.NONE && !wide
              ? null
              : withoutInstance
                  ? fittingWithoutInstance(control, type, similarity)
                  : fitting(control, type, similarity);
      if (fitting != null && similarity != NameSimilarity.NONE) {
        return fitting;
      } else if (fitting != null) {
        dissimilar.add(fitting);
      }
    }
    return dissimilar.size() == 1 && named.size() <= MAX_CLASSES ? dissimilar.get(0) : null;
  }

  private NameSimilarity similarity(Operation operation, ClassOutline type) {
    NameSimilarity best = NameSimilarity.NONE;
    for (MethodOutline declaration : operation.declarations) {
      NameSimilarity similarity =
          application.closure(type.name).contains(declaration.owner)
              ? NameSimilarity.INTERFACE
              : NameSimilarity.of(ClassOutline.simple(declaration.owner), type.simpleName());
      best = similarity.compareTo(best) < 0 ? similarity : best;
    }
    return best;
  }

  private @Nullable CandidateMethod fitting(
      MethodRef control, ClassOutline type, NameSimilarity similarity) {
    List<MethodRef> refs = refs(control, type);
    List<@Nullable MethodRef> factories = new ArrayList<>(Arrays.asList((MethodRef) null));
    factories.addAll(factories(type));
    for (MethodRef ref : refs) {
      for (MethodRef factory : factories) {
        if (check.candidate(control, ref, factory).isEmpty()) {
          return new CandidateMethod(ref, factory, similarity);
        }
      }
    }
    return null;
  }

  private static List<MethodRef> refs(MethodRef control, ClassOutline type) {
    List<MethodRef> refs = new ArrayList<>();
    refs.add(new MethodRef(type.name, control.methodName(), null));
    if (control.parameterTypes() != null) {
      refs.add(new MethodRef(type.name, control.methodName(), control.parameterTypes()));
    }
    return refs;
  }

  /** Returns a method that fits, although nothing is known that creates its instance. */
  private @Nullable CandidateMethod fittingWithoutInstance(
      MethodRef control, ClassOutline type, NameSimilarity similarity) {
    for (MethodRef ref : refs(control, type)) {
      if (check.fitsWithFactory(control, ref, OPEN_FACTORY)) {
        return new CandidateMethod(ref, OPEN_FACTORY, similarity);
      }
    }
    return null;
  }

  /** Returns the static methods without parameters that return the type, its own first. */
  private List<MethodRef> factories(ClassOutline type) {
    List<MethodRef> found = ownFactories(type);
    for (ClassOutline other : application.classes()) {
      if (!other.name.equals(type.name)) {
        for (MethodOutline method : other.methods) {
          boolean returnsIt =
              Type.getReturnType(method.descriptor).getClassName().equals(type.name);
          if (returnsIt
              && method.is(Opcodes.ACC_STATIC)
              && !method.is(Opcodes.ACC_PRIVATE)
              && !method.hasParameters()
              && method.isWritten()) {
            found.add(new MethodRef(other.name, method.name, null));
          }
        }
      }
    }
    return found.subList(0, Math.min(found.size(), MAX_CLASSES));
  }

  private List<MethodRef> ownFactories(ClassOutline type) {
    List<MethodRef> found = new ArrayList<>();
    Set<String> closure = application.closure(type.name);
    for (MethodOutline method : type.methods) {
      String returned = Type.getReturnType(method.descriptor).getClassName();
      boolean isFactory = !returned.equals("java.lang.Object") && closure.contains(returned);
      if (method.is(Opcodes.ACC_STATIC)
          && !method.hasParameters()
          && isFactory
          && method.isWritten()) {
        found.add(new MethodRef(type.name, method.name, null));
      }
    }
    return found;
  }
}
