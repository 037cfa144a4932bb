package io.understudy.tool.check;

import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import java.util.function.BiPredicate;
import java.util.function.Function;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Looks up the classes that rules and views name. */
final class ClassCheck {
  private final ClassSearch search;
  private final TypeLookup types;
  private final Findings findings;

  ClassCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.search = new ClassSearch(files, types, findings);
    this.types = types;
    this.findings = findings;
  }

  /** Notes a rule for a class that is not there. */
  void exists(String rule, String className) {
    if (search.lookUp(className) == null) {
      findings.warning(rule + " never applies: " + search.missing(className));
    }
  }

  /** Notes what keeps a class from being a comparator. */
  void comparator(String rule, String className) {
    made(rule, className, BiPredicate.class);
  }

  /** Notes what keeps a class from being a function of a view. */
  void function(String view, String className) {
    made(view, className, Function.class);
  }

  private void made(String rule, String className, Class<?> wanted) {
    TypeDescription type = search.lookUp(className);
    if (type == null) {
      findings.error(rule + ": " + search.missing(className));
    } else if (!types.closure(className).contains(wanted.getName())) {
      findings.error(rule + ": " + className + " does not implement " + wanted.getName());
    } else if (type.isAbstract()) {
      findings.error(rule + ": " + className + " is abstract, so no object of it can be made");
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
