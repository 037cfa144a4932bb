package io.understudy.agent.suggest;

import io.understudy.agent.counting.Countable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Chooses for counting what would be proposed from class files. Stateless. */
final class Choice implements Countable {
  private final Wishes wishes;

  Choice(Wishes wishes) {
    this.wishes = wishes;
  }

  @Override
  public boolean mayBe(String className) {
    return wishes.areControls(className);
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
