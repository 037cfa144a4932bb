package io.understudy.agent.guard;

import io.understudy.agent.isolated.IsolatedLoader;
import io.understudy.agent.weave.BridgeAccess;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weaves stop points into the classes of candidates, so that a candidate that never returns can be
 * stopped on each version of Java. It adds only instructions. Thread-safe.
 *
 * <p>These are the candidate's class and the classes nested in it; and, where no control lies in
 * the candidate's package or below, all classes there. A class of a control is never among them,
 * nor one that a control is nested in. In the class loader of an isolated candidate no class is a
 * control's, whatever its name.
 */
public final class StopPoints {
  private final ClassFileTransformer transformer = new Transformer();
  private volatile Scope scope = new Scope(new TreeSet<>(), new TreeSet<>());
  private volatile Scope isolatedScope = new Scope(new TreeSet<>(), new TreeSet<>());
  private volatile boolean isWeaving;

  /** Creates stop points that are not woven yet. */
  public StopPoints() {}

  /**
   * Weaves the classes of these candidates from now on, those that are loaded included.
   *
   * @param candidates binary names of the candidates' classes
   * @param isolated the same of candidates with a class loader of their own; these classes are not
   *     loaded yet
   * @param controls binary names of the controls' classes
   */
  public void weave(
      Instrumentation instrumentation,
      Set<String> candidates,
      Set<String> isolated,
      Set<String> controls) {
    isolatedScope = new Scope(isolated, new TreeSet<>());
    Scope before = scope;
    Scope next = new Scope(candidates, controls);
    if (isWeaving && next.equals(before)) {
      return;
    }
    scope = next;
    if (!isWeaving) {
      isWeaving = true;
      instrumentation.addTransformer(transformer, true);
    }
    retransform(instrumentation, before, next);
  }

  /** Removes all stop points. */
  public void unweave(Instrumentation instrumentation) {
    if (isWeaving) {
      isWeaving = false;
      instrumentation.removeTransformer(transformer);
      retransform(instrumentation, scope, scope);
    }
  }

  private static void retransform(Instrumentation instrumentation, Scope before, Scope next) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName().replace('.', '/');
      if (!loaded.isArray()
          && !IsolatedLoader.isIsolated(loaded.getClassLoader())
          && (before.contains(name) || next.contains(name))) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Exception | LinkageError refused) {
          // The class stays as it is: its candidate can be stopped by other means only.
          continue;
        }
      }
    }
  }

  /** The classes with stop points. Immutable. */
  private static final class Scope {
    private final Set<String> classes = new HashSet<>();
    private final Set<String> controls = new HashSet<>();
    private final String[] packages;

    Scope(Set<String> candidates, Set<String> controlNames) {
      for (String control : controlNames) {
        controls.add(control.replace('.', '/'));
      }
      Set<String> places = new TreeSet<>();
      for (String candidate : candidates) {
        String name = candidate.replace('.', '/');
        classes.add(name);
        int slash = name.lastIndexOf('/');
        String place = slash < 0 ? "" : name.substring(0, slash + 1);
        // A package such as "com" holds more than the candidate.
        if (place.indexOf('/') < place.length() - 1 && !holdsControl(place)) {
          places.add(place);
        }
      }
      packages = places.toArray(new String[0]);
    }

    private boolean holdsControl(String place) {
      for (String control : controls) {
        if (control.startsWith(place)) {
          return true;
        }
      }
      return false;
    }

    // The JVM asks for every class that it loads, and nearly all of them are no candidate.
    boolean contains(String internalName) {
      return isCandidate(internalName) && !isIn(controls, internalName);
    }

    private boolean isCandidate(String internalName) {
      if (isIn(classes, internalName)) {
        return true;
      }
      for (String each : packages) {
        if (internalName.startsWith(each)) {
          return true;
        }
      }
      return false;
    }

    /** Whether the set has the class, or one that it is nested in by its name. */
    private static boolean isIn(Set<String> names, String internalName) {
      if (names.contains(internalName)) {
        return true;
      }
      for (int dollar = internalName.lastIndexOf('$');
          dollar > 0;
          dollar = internalName.lastIndexOf('$', dollar - 1)) {
        if (names.contains(internalName.substring(0, dollar))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Scope
          && classes.equals(((Scope) other).classes)
          && controls.equals(((Scope) other).controls);
    }

    @Override
    public int hashCode() {
      return classes.hashCode();
    }
  }

  private boolean isCandidate(ClassLoader loader, String internalName) {
    boolean isInScope = scope.contains(internalName);
    boolean isInIsolated = isolatedScope.contains(internalName);
    return (isInScope || isInIsolated)
        && (IsolatedLoader.isIsolated(loader) ? isInIsolated : isInScope);
  }

  private final class Transformer implements ClassFileTransformer {
    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String internalName,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      if (loader == null || internalName == null || !isCandidate(loader, internalName)) {
        return null;
      }
      try {
        return BridgeAccess.isPossibleFor(loader) ? StopPointCode.into(classFile) : null;
      } catch (Throwable tooLargeOrUnknown) {
        // Such as a method that would exceed 64 KiB: the class stays as it is.
        return null;
      }
    }
  }
}
