package io.understudy.overhead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects that calls take and return, from small to large; equal in every instance. */
final class LargeData {
  /** The data, as in the names of the methods that take and give them. */
  static final List<String> KINDS = List.of("Bean", "Order", "List", "Map", "Tree");

  final Bean bean = new Bean();
  final Order order = new Order();
  final List<Bean> list = new ArrayList<>();
  final Map<String, Bean> map = new HashMap<>();
  final Tree tree = Tree.of(4);

  LargeData() {
    for (int i = 0; i < 1_000; i++) {
      list.add(new Bean(i));
    }
    for (int i = 0; i < 500; i++) {
      map.put("key-" + i, new Bean(i));
    }
  }

  /** The name of data in the table. */
  static String title(String kind) {
    return switch (kind) {
      case "Bean" -> "8-field bean";
      case "Order" -> "order of 50 lines";
      case "List" -> "list of 1,000 beans";
      case "Map" -> "map of 500 beans";
      default -> "tree of 121 nodes, 484 objects";
    };
  }

  /** A hand-written copy of a list. */
  static List<Bean> copy(List<Bean> list) {
    List<Bean> copy = new ArrayList<>(list.size());
    for (Bean bean : list) {
      copy.add(bean.copy());
    }
    return copy;
  }

  /** A hand-written copy of a map. */
  static Map<String, Bean> copy(Map<String, Bean> map) {
    Map<String, Bean> copy = new HashMap<>(2 * map.size());
    map.forEach((key, bean) -> copy.put(key, bean.copy()));
    return copy;
  }
}
