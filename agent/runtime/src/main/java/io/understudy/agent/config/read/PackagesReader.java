package io.understudy.agent.config.read;

import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code packages:}, at the top or under a call point. Stateless. */
final class PackagesReader {
  private static final String EXPECTED = "a package such as com.acme";
  private static final String PART = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern PACKAGE = Pattern.compile(PART + "(\\." + PART + ")*");
  private static final Pattern OF_JDK = Pattern.compile("(java|jdk|sun|com\\.sun)(\\..*)?");

  /** Packages that contain most classes of any class path; checking all of them is expensive. */
  private static final Set<String> NEARLY_ALL =
      new LinkedHashSet<>(Arrays.asList("com", "org", "net", "io", "de", "edu", "gov", "javax"));

  private static final ValueKind<String> NAME = ValueKinds.kind(EXPECTED, scalar -> name(scalar));

  private PackagesReader() {}

  /** Reads the packages that a section names; {@code otherwise} if the key is absent. */
  static List<String> read(Section section, ConfigProblems problems, List<String> otherwise) {
    if (section.take("packages") == null) {
      return otherwise;
    }
    Set<String> packages = new LinkedHashSet<>();
    for (PositionedValue<String> each : section.list("packages", NAME)) {
      if (!packages.add(each.value)) {
        problems.add(each.where, each.key, "is given twice");
      } else if (NEARLY_ALL.contains(each.value)) {
        problems.warn(
            each.where,
            each.key,
            "covers nearly every class, and each class is checked when it is loaded; name"
                + " the packages of the application");
      }
    }
    return new ArrayList<>(packages);
  }

  private static String name(YamlNode.Scalar scalar) {
    String text = scalar.text();
    String plain = text.replaceAll("(\\.\\*+|\\.)+$", "");
    if (!PACKAGE.matcher(plain.replace('/', '.')).matches()) {
      throw ValueKinds.unexpected(EXPECTED, scalar, "");
    }
    if (!plain.equals(text) || text.indexOf('/') >= 0) {
      throw ValueKinds.unexpected(
          EXPECTED,
          scalar,
          "; write " + plain.replace('/', '.') + ", which stands for all packages below it, too");
    }
    if (OF_JDK.matcher(text).matches()) {
      throw ValueKinds.unexpected(
          EXPECTED, scalar, ", which belongs to the JDK; only the application's classes are woven");
    }
    return text;
  }
}
