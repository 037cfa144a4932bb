package io.understudy.tool.check;

import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import java.util.function.BiPredicate;
import java.util.function.Function;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Checks the classes that rules and views name. */
final class ClassCheck {
  private final ClassSearch search;
  private final TypeLookup types;
  private final Findings findings;

  ClassCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.search = new ClassSearch(files, types, findings);
    this.types = types;
    this.findings = findings;
  }

  /** Warns of a view, or another entry, for a class that does not exist. */
  void checkExists(String rule, String className) {
    checkExists(rule, className, findings);
  }

  /** Warns of a rule for a class that does not exist. */
  void checkExists(String rule, String className, Findings ofRule) {
    if (search.lookUp(className) == null) {
      ofRule.warning(rule + " never applies: " + search.missing(className));
    }
  }

  /** Reports why a class cannot be a comparator. */
  void checkComparator(String rule, String className) {
    checkInstantiable(rule, className, BiPredicate.class);
  }

  /** Reports why a class cannot be the function of a view. */
  void checkFunction(String view, String className) {
    checkInstantiable(view, className, Function.class);
  }

  private void checkInstantiable(String rule, String className, Class<?> supertype) {
    TypeDescription type = search.lookUp(className);
    if (type == null) {
      findings.error(rule + ": " + search.missing(className));
    } else if (!types.closure(className).contains(supertype.getName())) {
      findings.error(rule + ": " + className + " does not implement " + supertype.getName());
    } else if (type.isAbstract()) {
      findings.error(rule + ": " + className + " is abstract, so it has no instances");
    } else if (!hasConstructor(type)) {
      findings.error(rule + ": " + className + " has no public constructor without parameters");
    } else if (!type.isPublic()) {
      findings.error(rule + ": " + className + " is not public");
    }
  }

  private static boolean hasConstructor(TypeDescription type) {
    for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
      if (each.isConstructor() && each.getDescriptor().equals("()V")) {
        return each.isPublic();
      }
    }
    return false;
  }
}
