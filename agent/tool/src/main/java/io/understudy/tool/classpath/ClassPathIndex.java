package io.understudy.tool.classpath;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import io.understudy.agent.classfile.Hierarchy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The supertypes and lambdas of every class of a class path, read once for all call points with
 * packages. Not thread-safe.
 */
public final class ClassPathIndex {
  /** The supertypes of classes; it ends at classes of the JDK. */
  public final Hierarchy hierarchy = new Hierarchy(false);

  /** The supertypes of classes, including those of the JDK. */
  public final Hierarchy withJdk = new Hierarchy(true);

  private final Map<String, Set<String>> lambdas = new HashMap<>();
  private final Map<String, String> unreadable = new HashMap<>();

  ClassPathIndex(ClassPathFiles files) {
    for (String name : files.names()) {
      byte[] bytes = files.bytes(name);
      try {
        if (bytes != null) {
          add(name, ClassFile.of(bytes));
        }
      } catch (ClassFileException e) {
        unreadable.put(name, e.reason());
      }
    }
  }

  private void add(String name, ClassFile type) {
    hierarchy.add(type);
    withJdk.add(type);
    Set<String> created = type.lambdas();
    if (!created.isEmpty()) {
      lambdas.put(name, created);
    }
  }

  /** Returns the lambdas that a class creates, in the form of {@link ClassFile#lambdas}. */
  public Set<String> lambdas(String className) {
    return lambdas.getOrDefault(className, Collections.emptySet());
  }

  /** Returns why the class file cannot be read; null if it can. */
  @Nullable
  public String refusal(String className) {
    return unreadable.get(className);
  }
}
