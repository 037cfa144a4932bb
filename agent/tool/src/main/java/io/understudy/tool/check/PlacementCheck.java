package io.understudy.tool.check;

import io.understudy.agent.classfile.ClassVersion;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks where classes are: whether the candidate's loader sees what it needs, whether the JVM can
 * read its class file, and whether a class or a library is there twice. Stateless but for its
 * input.
 */
final class PlacementCheck {
  /** What separates an archive from an archive or directory inside of it. */
  private static final String INSIDE = "!/";

  /** The difference between a class file's version and the Java release (JVMS 4.1). */
  private static final int OF_JAVA_0 = 44;

  private static final Pattern VERSIONED =
      Pattern.compile("(?:.*[/\\\\])?([^/\\\\]+?)-(\\d[^/\\\\]*)\\.jar");

  private final ClassPathFiles files;
  private final int java;

  /**
   * Checks the classes of a class path.
   *
   * @param java the release of the JVM that will run them
   */
  PlacementCheck(ClassPathFiles files, int java) {
    this.files = files;
    this.java = java;
  }

  /** Warns of libraries that are on the class path in several versions. */
  List<String> libraries() {
    Map<String, Map<String, String>> versions = new LinkedHashMap<>();
    for (String place : files.places()) {
      Matcher named = VERSIONED.matcher(place);
      if (named.matches()) {
        versions
            .computeIfAbsent(String.valueOf(named.group(1)), name -> new LinkedHashMap<>())
            .putIfAbsent(String.valueOf(named.group(2)), place);
      }
    }
    List<String> warnings = new ArrayList<>();
    versions.forEach(
        (library, places) -> {
          if (places.size() > 1) {
            warnings.add(
                "class path: "
                    + library
                    + " is there in the versions "
                    + String.join(" and ", places.keySet())
                    + " ("
                    + String.join(", ", places.values())
                    + "). The JVM takes each class from the first, for the legacy code and for"
                    + " candidates alike: keep the version that production uses, and give a"
                    + " candidate that needs another one a class path of its own: candidate: {"
                    + " class: com.acme.next.Pricing, method: quote, classpath: [next.jar,"
                    + " \"lib/*.jar\"] }");
          }
        });
    return warnings;
  }

  /**
   * Checks the classes of one call point whose candidate is on the application's class path.
   *
   * @param control null if it was not found
   */
  void check(
      CallConfig call,
      @Nullable MethodSignature control,
      @Nullable MethodSignature candidate,
      Findings findings) {
    checkCandidate(call, files, findings);
    checkControl(call, findings);
    if (!call.candidate().className().equals(call.control().className())) {
      checkTwice(call.candidate().className(), call, findings);
    }
    if (control != null && candidate != null) {
      checkLoader(call, candidate, findings);
    }
  }

  /** Checks the class of a control, wherever its candidate is. */
  void checkControl(CallConfig call, Findings findings) {
    checkVersion("the control", call.control().className(), files, "", findings);
    checkTwice(call.control().className(), call, findings);
  }

  /**
   * Checks whether the JVM of the application can read the class files of a candidate.
   *
   * @param from the class path of the candidate
   */
  void checkCandidate(CallConfig call, ClassPathFiles from, Findings findings) {
    MethodRef factory = call.factory();
    String className = call.candidate().className();
    String host = ", or run it in a newer JVM: " + with(call, "host: \"127.0.0.1:7070\"");
    checkVersion("the candidate", className, from, host, findings);
    if (factory != null && !factory.className().equals(className)) {
      checkVersion("the factory", factory.className(), from, host, findings);
    }
    MethodRef adapter = call.mapping().adapter();
    if (adapter != null && !adapter.className().equals(className)) {
      checkVersion("the adapter", adapter.className(), from, host, findings);
    }
  }

  private void checkVersion(
      String what, String className, ClassPathFiles from, String advice, Findings findings) {
    byte[] bytes = from.bytes(className);
    int version = bytes == null || from.places(className).isEmpty() ? 0 : ClassVersion.of(bytes);
    if (version - OF_JAVA_0 > java) {
      findings.error(
          what
              + " "
              + className
              + " is compiled for Java "
              + (version - OF_JAVA_0)
              + " (class file version "
              + version
              + "), and Java "
              + java
              + " cannot load it: compile it with --release "
              + java
              + advice
              + ", or give the release of the JVM that runs the application: check --java "
              + (version - OF_JAVA_0));
    }
  }

  private void checkTwice(String className, CallConfig call, Findings findings) {
    List<String> places = files.places(className);
    if (places.size() > 1) {
      findings.warning(
          className
              + " is on the class path more than once: "
              + String.join(", ", places)
              + ". The JVM takes the first, for the legacy code too: keep one, and give a new"
              + " implementation of the same name a class path of its own: "
              + with(call, "classpath: [" + quoted(places.get(1)) + "]"));
    }
  }

  /** The line that says where a candidate is. */
  private static String with(CallConfig call, String place) {
    return "candidate: { class: "
        + call.candidate().className()
        + ", method: "
        + call.candidate().methodName()
        + ", "
        + place
        + " }";
  }

  /** A place for the configuration; an archive inside of another one must be unpacked first. */
  private static String quoted(String place) {
    return "\"" + (archive(place) == null ? place : "next.jar") + "\"";
  }

  /**
   * Checks that the candidate's class loader sees the classes of the control's signature. Those
   * inside a packed application are loaded by its own loader, which sees the class path of the JVM;
   * the reverse is not true.
   */
  private void checkLoader(CallConfig call, MethodSignature candidate, Findings findings) {
    String of = first(call.control().className());
    String to = first(call.candidate().className());
    String archive = of == null ? null : archive(of);
    if (archive == null || to == null || archive.equals(archive(to))) {
      return;
    }
    List<String> unseen = new ArrayList<>();
    for (String type : new TreeSet<>(candidate.parameters())) {
      String place = first(type.replace("[]", ""));
      if (place != null && archive.equals(archive(place))) {
        unseen.add(type);
      }
    }
    String where = archive.toLowerCase(Locale.ROOT).endsWith(".war") ? "WEB-INF" : "BOOT-INF";
    String text =
        "the control is inside "
            + archive
            + ", and the candidate outside of it, in "
            + to
            + ": the candidate's class loader does not see the classes inside"
            + (unseen.isEmpty() ? "" : ", such as " + String.join(", ", unseen))
            + ". Put "
            + to
            + " into "
            + where
            + "/lib of the archive (jar uf0 "
            + archive
            + " "
            + where
            + "/lib/next.jar), and name that archive alone: --classpath "
            + archive
            + "; or give it a class path of its own: "
            + with(call, "classpath: [" + quoted(to) + "]" + shared(unseen));
    if (unseen.isEmpty()) {
      findings.warning(text);
    } else {
      findings.error(text);
    }
  }

  private static String shared(List<String> classNames) {
    TreeSet<String> packages = new TreeSet<>();
    for (String each : classNames) {
      int dot = each.lastIndexOf('.');
      if (dot > 0) {
        packages.add(each.substring(0, dot));
      }
    }
    return packages.isEmpty() ? "" : ", shared: [" + String.join(", ", packages) + "]";
  }

  private @Nullable String first(String className) {
    List<String> places = files.places(className);
    return places.isEmpty() ? null : places.get(0);
  }

  /** Returns the packed application that a place is in; null if it is in none. */
  private static @Nullable String archive(String place) {
    int inside = place.indexOf(INSIDE);
    return inside < 0 ? null : place.substring(0, inside);
  }
}
