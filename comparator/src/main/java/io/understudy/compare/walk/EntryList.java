package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of the keys and values of a map, or of the names and values of a record. */
final class EntryList {
  final List<@Nullable Object> keys = new ArrayList<>();
  final List<@Nullable Object> values = new ArrayList<>();

  /** Returns all entries of a map, or all parts of a record; an empty list for another object. */
  static EntryList of(@Nullable Object object) {
    EntryList entries = new EntryList();
    if (object == null) {
      return entries;
    }
    Shape shape = StandardShapes.of(object);
    if (shape.kind() == Kind.RECORD) {
      for (int i = 0; i < shape.names().size(); i++) {
        entries.add(shape.names().get(i), shape.part(object, i));
      }
    } else if (shape.kind() == Kind.MAP) {
      Elements all = shape.elements(object);
      while (all.next()) {
        entries.add(all.key(), all.value());
      }
    }
    return entries;
  }

  void add(@Nullable Object key, @Nullable Object value) {
    keys.add(key);
    values.add(value);
  }

  /** Returns the keys in the form in which they are compared under the rules of their map. */
  @Nullable Object[] keys(@Nullable RuleNode node, boolean ofCandidate, ComparisonMode mode) {
    @Nullable Object[] forms = keys.toArray();
    if (node != null && node.appliesToKeys()) {
      for (int i = 0; i < forms.length; i++) {
        forms[i] = node.key(forms[i], ofCandidate, mode);
      }
      keepAmbiguous(forms, node);
    }
    return forms;
  }

  /** Returns the names of a record's parts in the form in which they are compared. */
  @Nullable Object[] names(@Nullable RuleNode node) {
    @Nullable Object[] forms = keys.toArray();
    if (node != null && node.similarNames != null) {
      for (int i = 0; i < forms.length; i++) {
        forms[i] = node.partName(label(i));
      }
      keepAmbiguous(forms, node);
    }
    return forms;
  }

  /** Names of one side that are the same in another style keep their own style. */
  private void keepAmbiguous(@Nullable Object[] forms, RuleNode node) {
    if (node.similarNames == null) {
      return;
    }
    Map<Object, Integer> first = new HashMap<>();
    for (int i = 0; i < forms.length; i++) {
      Object form = forms[i];
      Integer other = form instanceof String ? first.putIfAbsent(form, i) : null;
      if (other != null) {
        forms[i] = keys.get(i);
        forms[other] = keys.get(other);
      }
    }
  }

  int size() {
    return keys.size();
  }

  /** Returns the text of a key in a path. */
  String label(int i) {
    return KeyLabel.of(keys.get(i));
  }
}
