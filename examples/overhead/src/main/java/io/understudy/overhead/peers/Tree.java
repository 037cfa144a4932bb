package io.understudy.overhead.peers;

import java.util.ArrayList;
import java.util.List;

/** A binary tree whose children have no order. */
public final class Tree {
  private final int value;
  private final List<Tree> children = new ArrayList<>();

  /** Returns a tree whose leaves all have the same value, except one. */
  Tree(int depth, boolean mirrored, boolean changed) {
    value = depth == 0 && changed ? -1 : depth;
    if (depth > 0) {
      children.add(new Tree(depth - 1, mirrored, changed));
      children.add(mirrored ? 0 : 1, new Tree(depth - 1, mirrored, false));
    }
  }

  @Override
  public String toString() {
    return value + " " + children.size();
  }
}
