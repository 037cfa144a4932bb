package io.understudy.agent.counting;

import io.understudy.agent.service.ClassKind;
import io.understudy.agent.service.ClassOutline;
import io.understudy.agent.service.ClassOutlineReader;
import io.understudy.agent.service.ControlScope;
import io.understudy.agent.service.MethodConventions;
import io.understudy.agent.service.MethodOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Selects the methods that the tool would propose from class files. Immutable. */
final class ServiceFilter implements MethodFilter {
  private final ControlScope scope;

  ServiceFilter(ControlScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean mayContain(String className) {
    return scope.contains(className);
  }

  @Override
  public List<String> methods(byte[] classFile, Set<String> above) {
    ClassOutline type = ClassOutlineReader.read(classFile);
    if (type == null || ClassKind.of(type, above) != ClassKind.LOGIC) {
      return Collections.emptyList();
    }
    List<String> methods = new ArrayList<>();
    for (MethodOutline method : type.methods) {
      if (MethodConventions.mayBeService(method) && method.body == MethodOutline.Body.CODE) {
        methods.add(method.name + method.descriptor);
      }
    }
    return methods;
  }
}
