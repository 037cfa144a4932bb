package io.understudy.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Replaces the lambdas and method references of compiled classes by small classes. The JVM makes
 * such classes itself at the first use of each lambda, with method handles and code generators that
 * take a large part of the agent's CPU at the start of an application. Stateless.
 */
public final class LambdaClasses {
  private LambdaClasses() {}

  /**
   * Changes all class files below a directory and adds the new ones.
   *
   * @param arguments the directory, and the suffix of its class files, such as {@code .classdata}
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: LambdaClasses DIRECTORY SUFFIX");
    }
    String suffix = arguments[1];
    int added = 0;
    try (Stream<Path> files = Files.walk(Paths.get(arguments[0]))) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(suffix)).collect(Collectors.toList())) {
        added += replaceIn(file, suffix);
      }
    }
    System.out.println("lambdas replaced by classes: " + added);
  }

  private static int replaceIn(Path file, String suffix) throws IOException {
    Map<String, byte[]> result = of(Files.readAllBytes(file));
    for (Map.Entry<String, byte[]> each : result.entrySet()) {
      String name = each.getKey().substring(each.getKey().lastIndexOf('/') + 1);
      Files.write(file.resolveSibling(name + suffix), each.getValue());
    }
    return Math.max(0, result.size() - 1);
  }

  /**
   * Replaces the lambdas of a class.
   *
   * @return class files by internal name: the class and its new classes; empty if it has no lambda
   */
  static Map<String, byte[]> of(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    LambdaReplacement replacement = new LambdaReplacement(writer);
    reader.accept(replacement, 0);
    Map<String, byte[]> classes = new TreeMap<>(replacement.classes());
    if (classes.isEmpty()) {
      return Collections.emptyMap();
    }
    classes.put(reader.getClassName(), writer.toByteArray());
    return classes;
  }
}
