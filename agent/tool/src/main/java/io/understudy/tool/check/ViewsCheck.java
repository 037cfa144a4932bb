package io.understudy.tool.check;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.TypeConfig.How;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Checks that each class under {@code types:} exists and has the configured parts. */
final class ViewsCheck {
  private final ClassSearch search;
  private final ClassCheck classes;
  private final TypeLookup types;
  private final Findings findings;

  ViewsCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.search = new ClassSearch(files, types, findings);
    this.classes = new ClassCheck(files, types, findings);
    this.types = types;
    this.findings = findings;
  }

  /** Reports what does not fit. */
  void check(List<TypeConfig> stated) {
    for (TypeConfig type : stated) {
      classes.checkExists(type.toString(), type.className());
      if (type.how() == How.WITH) {
        classes.checkFunction(type.toString(), type.names().get(0));
      } else if (search.lookUp(type.className()) != null) {
        Set<String> known = partNames(type.className());
        type.names().forEach(part -> checkPart(type, part, known));
      }
    }
  }

  /**
   * Warns of classes under {@code immutable:} that do not exist, or have a field that is not final.
   */
  void checkImmutable(Collection<String> classNames) {
    for (String name : classNames) {
      String rule = "immutable: " + name;
      classes.checkExists(rule, name);
      TypeDescription type = name.startsWith("java.") ? null : search.lookUp(name);
      for (TypeDescription at = type; at != null; at = superclass(at)) {
        for (FieldDescription.InDefinedShape field : at.getDeclaredFields()) {
          if (!field.isStatic() && !field.isFinal()) {
            findings.warning(
                rule
                    + ": the field "
                    + field.getName()
                    + " is not final, so candidates get copies of such arguments; results are"
                    + " not frozen and are compared as they are later");
            return;
          }
        }
      }
    }
  }

  private @Nullable TypeDescription superclass(TypeDescription type) {
    TypeDescription.Generic superclass = type.getSuperClass();
    String name = superclass == null ? "java.lang.Object" : superclass.asErasure().getName();
    return name.startsWith("java.") ? null : types.find(name);
  }

  private void checkPart(TypeConfig type, String part, Set<String> known) {
    if (!known.contains(part)) {
      findings.error(
          type
              + ": "
              + type.className()
              + " has neither a field nor a getter named "
              + part
              + NearestWord.didYouMean(part, known));
    }
  }

  /**
   * Returns the names of a class's fields, of its public methods without parameters, and of their
   * properties.
   */
  private Set<String> partNames(String className) {
    Set<String> names = new LinkedHashSet<>();
    for (String owner : types.closure(className)) {
      TypeDescription type = owner.equals("java.lang.Object") ? null : types.find(owner);
      if (type != null) {
        for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
          if (!field.isStatic()) {
            names.add(field.getName());
          }
        }
        for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
          if (method.isPublic() && !method.isStatic() && method.getDescriptor().startsWith("()")) {
            names.add(method.getInternalName());
            names.add(property(method.getInternalName()));
          }
        }
      }
    }
    return names;
  }

  private static String property(String method) {
    String bare = method.replaceFirst("^(get|is)(?=[A-Z])", "");
    return bare.equals(method)
        ? method
        : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }
}
