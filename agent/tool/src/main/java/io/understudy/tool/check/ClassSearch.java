package io.understudy.tool.check;

import io.understudy.agent.config.NearestWord;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds a class that the configuration names, or suggests a similar name. */
final class ClassSearch {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  ClassSearch(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /** Returns the class; null if an error was reported. */
  @Nullable TypeDescription find(String name) {
    TypeDescription type = files.find(name);
    if (type == null) {
      findings.error(missing(name));
    }
    return type;
  }

  /** Returns the class; null if there is none. Reports no error. */
  @Nullable TypeDescription lookUp(String name) {
    return files.find(name);
  }

  /** Returns the message for a missing class, with a suggestion if there is one. */
  String missing(String name) {
    return "there is no class " + name + " on the class path" + suggestion(name);
  }

  private String suggestion(String name) {
    String nested = nested(name);
    if (nested != null) {
      return "; nested classes are written with a dollar sign: " + nested;
    }
    return nearest(name);
  }

  /** Suggests a class with a similar simple name, from the most similar package. */
  private String nearest(String name) {
    List<String> similar = new ArrayList<>();
    for (String each : files.names()) {
      if (NearestWord.nearest(simple(name), Collections.singleton(simple(each))) != null) {
        similar.add(each);
      }
    }
    String nearest = NearestWord.nearest(name, similar);
    if (nearest == null && similar.size() == 1) {
      nearest = similar.get(0);
    }
    return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
  }

  /**
   * Returns {@code com.acme.Outer$Inner} for {@code com.acme.Outer.Inner}; null if there is no such
   * class.
   */
  private @Nullable String nested(String name) {
    String changed = name;
    for (int dot = changed.lastIndexOf('.'); dot > 0; dot = changed.lastIndexOf('.')) {
      changed = changed.substring(0, dot) + "$" + changed.substring(dot + 1);
      if (files.find(changed) != null) {
        return changed;
      }
    }
    return null;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
