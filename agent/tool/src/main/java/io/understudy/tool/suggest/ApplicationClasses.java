package io.understudy.tool.suggest;

import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.ClassOutlineReader;
import io.understudy.agent.service.MethodOutline;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.Supertypes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The selected classes of a class path, each read once, and their supertypes. Not thread-safe. */
final class ApplicationClasses {
  private final ClassPathFiles files;
  private final Map<String, ClassOutline> selected = new TreeMap<>();

  /** Supertypes that were not selected, by name; read on demand. */
  private final Map<String, @Nullable ClassOutline> unselected = new HashMap<>();

  private final Map<String, Set<String>> closures = new HashMap<>();
  private final CallerCounts callers = new CallerCounts();
  private int unreadable;

  private ApplicationClasses(ClassPathFiles files) {
    this.files = files;
  }

  /** Reads all classes of the class path whose names match {@code wanted}. */
  static ApplicationClasses read(ClassPathFiles files, Predicate<String> wanted) {
    ApplicationClasses application = new ApplicationClasses(files);
    for (String name : files.names()) {
      if (wanted.test(name)) {
        application.add(name, wanted);
      }
    }
    application.callers.resolve(application);
    return application;
  }

  private void add(String name, Predicate<String> wanted) {
    byte[] bytes = files.bytes(name);
    ClassOutline outline = bytes == null ? null : ClassOutlineReader.read(bytes);
    // The JVM does not load a class from a file whose path does not match its name.
    if (bytes == null || outline == null || !outline.name.equals(name)) {
      unreadable++;
      return;
    }
    selected.put(name, outline);
    callers.add(OpenedClassReader.of(bytes), wanted);
  }

  /** The selected classes, ordered by name. */
  Collection<ClassOutline> classes() {
    return selected.values();
  }

  /** The number of class files that could not be read. */
  int unreadable() {
    return unreadable;
  }

  /** Whether the class was selected and exists. */
  boolean isSelected(String name) {
    return selected.containsKey(name);
  }

  /** Returns a class, selected or not; null if there is none. */
  @Nullable ClassOutline find(String name) {
    ClassOutline outline = selected.get(name);
    if (outline != null) {
      return outline;
    }
    if (!unselected.containsKey(name)) {
      byte[] bytes = files.bytes(name);
      unselected.put(name, bytes == null ? null : ClassOutlineReader.read(bytes));
    }
    return unselected.get(name);
  }

  /** Returns the class itself, then its known supertypes, the nearest ones first. */
  Set<String> closure(String name) {
    Set<String> known = closures.get(name);
    if (known == null) {
      known =
          Supertypes.closure(
              name,
              each -> {
                ClassOutline outline = find(each);
                return outline == null ? Collections.<String>emptyList() : outline.above();
              });
      closures.put(name, known);
    }
    return known;
  }

  /**
   * Returns the selected class that declares the method with this key; {@code owner} if none does.
   */
  String declaring(String owner, String key) {
    for (String each : closure(owner)) {
      ClassOutline outline = selected.get(each);
      if (outline != null && outline.method(key) != null) {
        return each;
      }
    }
    return owner;
  }

  /** The number of selected classes that call the method. */
  int callers(MethodOutline method) {
    return callers.of(method.owner, method.key());
  }

  /** The number of selected classes that call a method of the class or of a supertype. */
  int callers(ClassOutline type) {
    int most = 0;
    for (String each : closure(type.name)) {
      most = Math.max(most, isSelected(each) ? callers.of(each) : 0);
    }
    return most;
  }
}
