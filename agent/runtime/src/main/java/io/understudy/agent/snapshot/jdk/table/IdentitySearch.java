package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.plan.ImmutableTypes;
import io.understudy.value.JdkFields;
import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.view.StandardShapes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches the parts of a copied key for an object that inherits {@code Object.hashCode}. If there
 * is none, the hash code of the key cannot depend on an identity, and need not be called. Runs on
 * the pool, over copies. Not thread-safe.
 */
final class IdentitySearch {
  /** After so many objects, the answer is that there may be one. */
  private static final int MOST = 10_000;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> todo = new ArrayDeque<>();
  private boolean found;

  private IdentitySearch() {}

  /** Whether the hash code of a key may depend on the identity of one of its parts. */
  static boolean finds(Object key) {
    IdentitySearch search = new IdentitySearch();
    search.visit(key, false);
    while (!search.found && !search.todo.isEmpty()) {
      search.lookInto(search.todo.pop());
    }
    return search.found;
  }

  /** Visits a part; internal parts of JDK classes do not count. */
  private void visit(@Nullable Object part, boolean isInternal) {
    if (part == null || Sentinels.is(part) || !seen.add(part)) {
      return;
    }
    Class<?> type = part.getClass();
    boolean jdk = Origin.isJdk(type);
    boolean array = type.isArray();
    if (!array && (type.isEnum() || ImmutableTypes.includes(type) || part instanceof Class)) {
      return;
    }
    boolean hidden = isInternal && (array || (jdk && !Modifier.isPublic(type.getModifiers())));
    found |= seen.size() > MOST || (!hidden && KeyHash.isInherited(type));
    boolean scalar = jdk && !array && StandardShapes.ofInstances(type).kind() == Kind.SCALAR;
    if (!scalar && !(array && type.getComponentType().isPrimitive())) {
      todo.push(part);
    }
  }

  private void lookInto(Object object) {
    if (object instanceof Object[]) {
      for (Object element : (Object[]) object) {
        visit(element, false);
      }
      return;
    }
    for (Class<?> at = object.getClass(); at != null && !found; at = at.getSuperclass()) {
      boolean jdk = Origin.isJdk(at);
      try {
        if (jdk && at != Object.class && !JdkFields.isOpen(at)) {
          found = true;
          return;
        }
        for (Field field : at.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            visit(field.get(object), jdk);
          }
        }
      } catch (IllegalAccessException | RuntimeException | LinkageError unknown) {
        found = true;
      }
    }
  }
}
