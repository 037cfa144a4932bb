package io.understudy.tool.check;

import io.understudy.agent.config.NearestWord;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds a class that the configuration names, or says what the user may have meant. */
final class ClassSearch {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  ClassSearch(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /** The class; null where an error was noted. */
  @Nullable TypeDescription find(String name) {
    TypeDescription type = files.find(name);
    if (type == null) {
      findings.error(missing(name));
    }
    return type;
  }

  /** The class; null where there is none. */
  @Nullable TypeDescription lookUp(String name) {
    return files.find(name);
  }

  /** That there is no class of this name, and what may have been meant. */
  String missing(String name) {
    return "there is no class " + name + " on the class path" + suggestion(name);
  }

  private String suggestion(String name) {
    String nested = nested(name);
    if (nested != null) {
      return "; nested classes are written with a dollar sign: " + nested;
    }
    return near(name);
  }

  /** A class with a name like this one, in a package as near as there is. */
  private String near(String name) {
    List<String> alike = new ArrayList<>();
    for (String each : files.names()) {
      if (NearestWord.nearest(simple(name), Collections.singleton(simple(each))) != null) {
        alike.add(each);
      }
    }
    String near = NearestWord.nearest(name, alike);
    if (near == null && alike.size() == 1) {
      near = alike.get(0);
    }
    return near == null ? "" : "; did you mean \"" + near + "\"?";
  }

  /** {@code com.acme.Outer$Inner} for {@code com.acme.Outer.Inner}, if there is such a class. */
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
