package io.understudy.overhead;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * A legacy service that takes large objects and returns a small value, or the reverse. So a call
 * shows the cost of copying an argument, or that of freezing a result. It does minimal work.
 */
@CompilerControl(CompilerControl.Mode.DONT_INLINE)
public final class LargeService {
  private final LargeData data = new LargeData();

  /** Takes a bean of eight fields. */
  public int takeBean(Bean bean) {
    return 1;
  }

  /** Takes an order of 50 lines. */
  public int takeOrder(Order order) {
    return 2;
  }

  /** Takes a list of 1,000 beans. */
  public int takeList(List<Bean> list) {
    return 3;
  }

  /** Takes a map of 500 beans. */
  public int takeMap(Map<String, Bean> map) {
    return 4;
  }

  /** Takes a tree of 121 nodes. */
  public int takeTree(Tree tree) {
    return 5;
  }

  /** Returns a bean of eight fields. */
  public Bean giveBean(int id) {
    return data.bean;
  }

  /** Returns an order of 50 lines. */
  public Order giveOrder(int id) {
    return data.order;
  }

  /** Returns a list of 1,000 beans. */
  public List<Bean> giveList(int id) {
    return data.list;
  }

  /** Returns a map of 500 beans. */
  public Map<String, Bean> giveMap(int id) {
    return data.map;
  }

  /** Returns a tree of 121 nodes. */
  public Tree giveTree(int id) {
    return data.tree;
  }
}
