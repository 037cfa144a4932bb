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
 * What must be known of every class of a class path for call points with packages, read once for
 * all of them. Not thread-safe.
 */
public final class ClassPathIndex {
  /** What classes extend and implement, apart from what is above those of the JDK. */
  public final Hierarchy hierarchy = new Hierarchy(false);

  /** The same, into the JDK. */
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
    Set<String> made = type.lambdas();
    if (!made.isEmpty()) {
      lambdas.put(name, made);
    }
  }

  /** The lambdas that a class makes, as {@link ClassFile#lambdas} gives them. */
  public Set<String> lambdas(String className) {
    return lambdas.getOrDefault(className, Collections.emptySet());
  }

  /** Why the class file cannot be read; null where it can. */
  @Nullable
  public String refusal(String className) {
    return unreadable.get(className);
  }
}
