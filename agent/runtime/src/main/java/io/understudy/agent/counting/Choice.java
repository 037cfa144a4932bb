package io.understudy.agent.counting;

import io.understudy.agent.service.ControlScope;
import io.understudy.agent.service.Habits;
import io.understudy.agent.service.Kind;
import io.understudy.agent.service.Method;
import io.understudy.agent.service.Outline;
import io.understudy.agent.service.OutlineReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Chooses for counting what the tool would propose from class files. Stateless. */
final class Choice implements Countable {
  private final ControlScope scope;

  Choice(ControlScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean mayBe(String className) {
    return scope.contains(className);
  }

  @Override
  public List<String> methods(byte[] classFile, Set<String> above) {
    Outline type = OutlineReader.read(classFile);
    if (type == null || Kind.of(type, above) != Kind.WORK) {
      return Collections.emptyList();
    }
    List<String> methods = new ArrayList<>();
    for (Method method : type.methods) {
      if (Habits.mayBeService(method) && method.body == Method.Body.CODE) {
        methods.add(method.name + method.descriptor);
      }
    }
    return methods;
  }
}
