package io.understudy.tool.check;

import io.understudy.tool.command.CommandRun;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Runs the command line on the classes in this module's test sources. */
public final class CheckFixture {
  /** The directory of this module's test classes. */
  public static final String TEST_CLASSES = testClasses();

  /** The warning of each test with a total in binary and in decimal. */
  private static final String BINARY = "0.1 in binary is not the decimal 0.1";

  private CheckFixture() {}

  /**
   * Returns the lines on one call point, beginning with its verdict, without the line of the empty
   * rules.
   */
  public static List<String> callPoint(Path directory, String classPath, String... keys)
      throws IOException {
    Path file = directory.resolve("understudy.yaml");
    String yaml = "calls:\n  - " + String.join("\n    ", keys) + "\n";
    Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));
    CommandRun checking = CommandRun.run("check", file.toString(), "--classpath", classPath);
    List<String> lines = new ArrayList<>(Arrays.asList(checking.out.split("\n")));
    int last = lines.size() - 1;
    if (!lines.get(last).equals((1 - checking.code) + " of 1 call point fits.")) {
      throw new AssertionError(checking.code + "\n" + checking.out + checking.err);
    }
    int verdict = lines.indexOf("") + 1;
    List<String> page = lines.subList(verdict, last - 1);
    page.remove("  compare    mode value");
    page.removeIf(line -> line.contains(BINARY)); // DoctorTest has it.
    return page;
  }

  /**
   * Returns the lines on one call point of the test classes. Controls without a package are in
   * {@code com.acme.legacy}, candidates in {@code com.acme.next}.
   */
  public static List<String> page(Path directory, String control, String... candidateAndFactory)
      throws IOException {
    List<String> keys = new ArrayList<>();
    keys.add("control: " + qualified("com.acme.legacy.", control));
    keys.add("candidate: " + qualified("com.acme.next.", candidateAndFactory[0]));
    if (candidateAndFactory.length > 1) {
      keys.add("factory: " + qualified("com.acme.next.", candidateAndFactory[1]));
    }
    return callPoint(directory, TEST_CLASSES, keys.toArray(new String[0]));
  }

  /** Returns the verdict, the errors and the warnings of {@link #page}. */
  public static List<String> remarks(Path directory, String control, String... candidateAndFactory)
      throws IOException {
    List<String> remarks = new ArrayList<>();
    for (String line : page(directory, control, candidateAndFactory)) {
      if (!line.startsWith("  ")) {
        remarks.add(line.substring(0, line.lastIndexOf(' ')).trim());
      } else if (line.matches("  (error|warning) .*")) {
        remarks.add(line.substring(2));
      }
    }
    return remarks;
  }

  private static String qualified(String prefix, String reference) {
    boolean qualified = reference.matches("[a-z.]+\\.[A-Z].*");
    return qualified ? reference : prefix + reference;
  }

  /** Writes a jar of some of the test classes. */
  public static Path jar(Path file, Manifest manifest, String prefix, String... classes)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : classes) {
        String path = name.replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(prefix + path));
        jar.write(Files.readAllBytes(Paths.get(TEST_CLASSES, path)));
        jar.closeEntry();
      }
    }
    return file;
  }

  private static String testClasses() {
    try {
      return new File(
              CheckFixture.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
