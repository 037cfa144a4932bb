package io.understudy.agent.http;

import io.understudy.compare.rule.RenameRule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the control has at one place of an answer, which decides what kind of value a JSON text
 * stands for there. Elements of a collection share one guide. The guide of a renamed part is the
 * part of the control that it is compared with. It decides on kinds alone: whether values are equal
 * is for the comparison. Not thread-safe.
 */
final class AnswerGuide {
  /** The most values of the control that one guide looks at. */
  private static final int MOST = 256;

  private final Views views;
  private final List<Object> samples;
  private final @Nullable RuleNode rules;
  private final List<Graft> grafts;
  private final Map<String, AnswerGuide> parts = new HashMap<>();
  private @Nullable AnswerGuide elements;

  // Asked for each value of an answer, and the same for all that share this guide.
  private @Nullable Set<Kind> kinds;
  private @Nullable Boolean bag;
  private @Nullable Boolean bytes;
  private @Nullable Scalar sort;
  private @Nullable String family;
  private @Nullable Class<?> numbers;

  /** The values of the control's maps by the text of their keys; null before the first use. */
  private @Nullable Map<String, List<Object>> byKey;

  /** Values of the control that the candidate has at other steps. */
  private static final class Graft {
    final List<String> steps;
    final List<Object> samples;

    Graft(List<String> steps, List<Object> samples) {
      this.steps = steps;
      this.samples = samples;
    }
  }

  private AnswerGuide(
      Views views, List<Object> samples, @Nullable RuleNode rules, List<Graft> inherited) {
    this.views = views;
    this.samples = samples;
    this.rules = rules;
    this.grafts = new ArrayList<>(inherited);
    if (rules != null) {
      for (RenameRule rename : rules.renames) {
        List<Object> found = samples;
        for (String step : rename.control) {
          found = named(found, step);
        }
        grafts.add(new Graft(rename.candidate, found));
      }
    }
  }

  /**
   * Creates the guide of a whole result.
   *
   * @param control the frozen result of the control; null for none
   */
  static AnswerGuide of(@Nullable Object control, Views views, @Nullable RuleNode rules) {
    List<Object> samples = new ArrayList<>();
    add(control, views, samples);
    return new AnswerGuide(views, samples, rules, Collections.emptyList());
  }

  private static void add(@Nullable Object value, Views views, List<Object> into) {
    Object at = value;
    while (at != null && views.shapeOf(at).kind() == Kind.OPTIONAL) {
      Elements content = views.shapeOf(at).elements(at);
      at = content.next() ? content.value() : null;
    }
    if (at != null && into.size() < MOST) {
      into.add(at);
    }
  }

  /** The parts of this name of all values. */
  private List<Object> named(List<Object> owners, String name) {
    List<Object> found = new ArrayList<>();
    for (Object owner : owners) {
      Shape shape = views.shapeOf(owner);
      if (shape.kind() == Kind.RECORD) {
        int i = shape.names().indexOf(name);
        if (i >= 0) {
          add(shape.part(owner, i), views, found);
        }
      } else if (shape.kind() == Kind.MAP) {
        Elements entries = shape.elements(owner);
        while (entries.next()) {
          Object key = entries.key();
          if (key != null && views.shapeOf(key).plain(key).toString().equals(name)) {
            add(entries.value(), views, found);
          }
        }
      }
    }
    return found;
  }

  /** The values at a key of maps; a search for each key would take the square of their number. */
  private List<Object> atKey(String name) {
    Map<String, List<Object>> index = byKey;
    if (index == null) {
      index = new HashMap<>();
      for (Object owner : samples) {
        Elements entries = views.shapeOf(owner).elements(owner);
        while (entries.next()) {
          Object key = entries.key();
          if (key != null) {
            String text = views.shapeOf(key).plain(key).toString();
            add(entries.value(), views, index.computeIfAbsent(text, k -> new ArrayList<>()));
          }
        }
      }
      byKey = index;
    }
    return new ArrayList<>(index.getOrDefault(name, Collections.emptyList()));
  }

  /** The guide of the part with a name. */
  AnswerGuide part(String name) {
    AnswerGuide known = parts.get(name);
    if (known != null) {
      return known;
    }
    List<Object> found = isMap() ? atKey(name) : named(samples, name);
    List<Graft> deeper = new ArrayList<>();
    for (Graft graft : grafts) {
      if (graft.steps.get(0).equals(name)) {
        if (graft.steps.size() == 1) {
          found.addAll(graft.samples);
        } else {
          deeper.add(new Graft(graft.steps.subList(1, graft.steps.size()), graft.samples));
        }
      }
    }
    if (found.isEmpty() && isMap()) {
      // Generated keys differ; the values of a map are of one kind mostly.
      found = contents();
    }
    RuleNode below = rules == null ? null : RuleNode.below(rules, name);
    AnswerGuide guide = new AnswerGuide(views, found, below, deeper);
    if (parts.size() < MOST) {
      parts.put(name, guide);
    }
    return guide;
  }

  /** The guide of every element. */
  AnswerGuide elements() {
    if (elements == null) {
      elements =
          new AnswerGuide(
              views, contents(), rules == null ? null : rules.element(), Collections.emptyList());
    }
    return elements;
  }

  private List<Object> contents() {
    List<Object> found = new ArrayList<>();
    for (Object owner : samples) {
      Shape shape = views.shapeOf(owner);
      if (shape.kind() == Kind.LIST || shape.kind() == Kind.SET || shape.kind() == Kind.MAP) {
        Elements each = shape.elements(owner);
        while (found.size() < MOST && each.next()) {
          add(each.value(), views, found);
        }
      }
    }
    return found;
  }

  /** Whether the control has maps here, and no objects with named parts. */
  boolean isMap() {
    return are(Kind.MAP);
  }

  /** Whether the control has sets here. */
  boolean isSet() {
    return are(Kind.SET);
  }

  /** Whether the control has collections without an order here, which are no sets. */
  boolean isBag() {
    if (bag == null) {
      bag = isSet() && samples.stream().allMatch(each -> views.shapeOf(each).isBag());
    }
    return bag;
  }

  /** Whether the control has arrays of bytes here. */
  boolean isBytes() {
    if (bytes == null) {
      bytes =
          are(Kind.LIST)
              && samples.stream()
                  .allMatch(each -> views.shapeOf(each).primitives(each) instanceof byte[]);
    }
    return bytes;
  }

  private boolean are(Kind kind) {
    if (kinds == null) {
      kinds = EnumSet.noneOf(Kind.class);
      for (Object each : samples) {
        kinds.add(views.shapeOf(each).kind());
      }
    }
    return kinds.size() == 1 && kinds.contains(kind);
  }

  /**
   * The one sort of scalars that the control has here; {@link Scalar#NONE} if there are several.
   */
  Scalar sort() {
    if (sort == null) {
      sort = findSort();
    }
    return sort;
  }

  private Scalar findSort() {
    Scalar found = Scalar.NONE;
    for (Object each : samples) {
      Scalar next = views.shapeOf(each).scalar();
      if (next == Scalar.NONE || (found != Scalar.NONE && found != next)) {
        return Scalar.NONE;
      }
      found = next;
    }
    return found;
  }

  /** The one family of scalars that the control has here; empty if there are several. */
  String family() {
    if (family == null) {
      family = findFamily();
    }
    return family;
  }

  private String findFamily() {
    String found = "";
    for (Object each : samples) {
      String next = views.shapeOf(each).family();
      if (!found.isEmpty() && !found.equals(next)) {
        return "";
      }
      found = next;
    }
    return found;
  }

  /** The one class of plain numbers that the control has here; Object if there are several. */
  Class<?> numberClass() {
    if (numbers == null) {
      numbers = findNumberClass();
    }
    return numbers;
  }

  private Class<?> findNumberClass() {
    Class<?> found = Object.class;
    for (Object each : samples) {
      Class<?> next = views.shapeOf(each).plain(each).getClass();
      if (found != Object.class && found != next) {
        return Object.class;
      }
      found = next;
    }
    return found;
  }
}
