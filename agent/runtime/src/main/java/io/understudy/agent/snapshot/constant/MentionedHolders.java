package io.understudy.agent.snapshot.constant;

import io.understudy.agent.call.Site;
import io.understudy.agent.raw.FieldMention;
import io.understudy.agent.raw.FieldMentions;
import io.understudy.value.Origin;
import io.understudy.value.RemovableClassValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds holders of constants that code mentions, such as an interface of constants: the code of a
 * copied class itself, and that of the controls, which compares its arguments. Thread-safe.
 */
final class MentionedHolders {
  private static final RemovableClassValue<List<FieldMention>> MENTIONS =
      new RemovableClassValue<List<FieldMention>>() {
        @Override
        protected List<FieldMention> compute(Class<?> type) {
          return FieldMentions.of(type);
        }
      };

  /** Each one is looked up again now and then. */
  private static final int MAX_PENDING = 16;

  private final Class<?> type;
  private final Class<?> sought;
  private final Set<String> names;
  private final Set<String> seen = new HashSet<>();

  /** The holders that are loaded, with their supertypes. */
  final Set<Class<?>> loaded = new LinkedHashSet<>();

  /** The holders that may be loaded later. */
  final List<PendingHolder> pending = new ArrayList<>();

  /**
   * Searches the code of a class and of the controls.
   *
   * @param type the class whose plan will keep the result
   * @param sought the class of the constants, or a supertype of it
   */
  MentionedHolders(Class<?> type, Class<?> sought, Collection<Site> sites) {
    this.type = type;
    this.sought = sought;
    this.names = Origin.names(sought);
    if (FieldMentions.isFast()) {
      for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
        search(at);
      }
    }
    for (Site site : sites) {
      ClassLoader loader = site.loader();
      Class<?> control =
          isReachable(loader) ? FieldMentions.loaded(loader, site.className()) : null;
      if (control != null) {
        search(control);
      }
    }
  }

  private void search(Class<?> user) {
    for (FieldMention mention : MENTIONS.get(user)) {
      if (isRelevant(mention.descriptor()) && seen.add(mention.owner())) {
        Class<?> holder = FieldMentions.loaded(user.getClassLoader(), mention.owner());
        if (holder == null && pending.size() < MAX_PENDING) {
          pending.add(new PendingHolder(user.getClassLoader(), mention.owner()));
        } else if (holder != null && isReachable(holder.getClassLoader())) {
          ConstantSources.addSupertypes(holder, loaded);
        }
      }
    }
  }

  // The plan refers to the holder, which must not live in a loader that ends earlier.
  private boolean isReachable(@Nullable ClassLoader loader) {
    for (ClassLoader at = type.getClassLoader(); at != null; at = at.getParent()) {
      if (at == loader) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field of this type may hold a constant that is sought. */
  private boolean isRelevant(String descriptor) {
    String element = descriptor.substring(descriptor.lastIndexOf('[') + 1);
    if (!element.startsWith("L")) {
      return false;
    }
    String name = element.substring(1, element.length() - 1).replace('/', '.');
    return names.contains(name)
        || (sought.isInterface() || sought == Object.class
            ? !name.startsWith("java.lang.")
            : name.startsWith("java.util."));
  }
}
