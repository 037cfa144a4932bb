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

/** Some classes of a class path, each read once, and what stands above them. */
final class ApplicationClasses {
  private final ClassPathFiles files;
  private final Map<String, ClassOutline> own = new TreeMap<>();

  /** Supertypes of other packages, by name; looked up when they are asked for. */
  private final Map<String, @Nullable ClassOutline> others = new HashMap<>();

  private final Map<String, Set<String>> closures = new HashMap<>();
  private final CallerCounts callers = new CallerCounts();
  private int unreadable;

  private ApplicationClasses(ClassPathFiles files) {
    this.files = files;
  }

  /** Reads all classes of the class path whose names are wanted. */
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
    // A file that stands in another place than its name says is never loaded from there.
    if (bytes == null || outline == null || !outline.name.equals(name)) {
      unreadable++;
      return;
    }
    own.put(name, outline);
    callers.add(OpenedClassReader.of(bytes), wanted);
  }

  /** The classes that were wanted, by name. */
  Collection<ClassOutline> classes() {
    return own.values();
  }

  /** How many class files could not be read. */
  int unreadable() {
    return unreadable;
  }

  /** Whether the class was wanted, and is there. */
  boolean isOwn(String name) {
    return own.containsKey(name);
  }

  /** A class, its own or another one; null where there is none. */
  @Nullable ClassOutline find(String name) {
    ClassOutline outline = own.get(name);
    if (outline != null) {
      return outline;
    }
    if (!others.containsKey(name)) {
      byte[] bytes = files.bytes(name);
      others.put(name, bytes == null ? null : ClassOutlineReader.read(bytes));
    }
    return others.get(name);
  }

  /** The class itself, then its supertypes, the nearest ones first, as far as they are known. */
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

  /** The class that declares what is called by this name; the one that is named where none does. */
  String declaring(String owner, String key) {
    for (String each : closure(owner)) {
      ClassOutline outline = own.get(each);
      if (outline != null && outline.method(key) != null) {
        return each;
      }
    }
    return owner;
  }

  /** From how many of these classes the method is called. */
  int callers(MethodOutline method) {
    return callers.of(method.owner, method.key());
  }

  /** From how many of these classes a method of the class, or of those above it, is called. */
  int callers(ClassOutline type) {
    int most = 0;
    for (String each : closure(type.name)) {
      most = Math.max(most, isOwn(each) ? callers.of(each) : 0);
    }
    return most;
  }
}
