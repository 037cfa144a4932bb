package io.understudy.overhead;

import java.util.List;
import java.util.Map;

/** A correct replacement of {@link LargeService} that counts its calls. */
public final class LargeCandidate {
  private final LargeData data = new LargeData();

  /** Returns the result of {@link LargeService#takeBean}. */
  public int takeBean(Bean bean) throws InterruptedException {
    return answered(1);
  }

  /** Returns the result of {@link LargeService#takeOrder}. */
  public int takeOrder(Order order) throws InterruptedException {
    return answered(2);
  }

  /** Returns the result of {@link LargeService#takeList}. */
  public int takeList(List<Bean> list) throws InterruptedException {
    return answered(3);
  }

  /** Returns the result of {@link LargeService#takeMap}. */
  public int takeMap(Map<String, Bean> map) throws InterruptedException {
    return answered(4);
  }

  /** Returns the result of {@link LargeService#takeTree}. */
  public int takeTree(Tree tree) throws InterruptedException {
    return answered(5);
  }

  /** Returns the result of {@link LargeService#giveBean}. */
  public Bean giveBean(int id) throws InterruptedException {
    return answered(data.bean);
  }

  /** Returns the result of {@link LargeService#giveOrder}. */
  public Order giveOrder(int id) throws InterruptedException {
    return answered(data.order);
  }

  /** Returns the result of {@link LargeService#giveList}. */
  public List<Bean> giveList(int id) throws InterruptedException {
    return answered(data.list);
  }

  /** Returns the result of {@link LargeService#giveMap}. */
  public Map<String, Bean> giveMap(int id) throws InterruptedException {
    return answered(data.map);
  }

  /** Returns the result of {@link LargeService#giveTree}. */
  public Tree giveTree(int id) throws InterruptedException {
    return answered(data.tree);
  }

  private static <T> T answered(T answer) throws InterruptedException {
    Candidate.answered();
    return answer;
  }
}
