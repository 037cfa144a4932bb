package io.understudy.overhead;

import java.util.ArrayList;
import java.util.List;

/** A node of a tree, with a bean, an address and a list of children. */
public final class Tree {
  private final long id;
  private final String name;
  private final Bean bean;
  private final Address address;
  private final List<Tree> children;

  /** The address of a node. */
  static final class Address {
    private final String street;
    private final int number;
    private final String town;

    Address(String street, int number, String town) {
      this.street = street;
      this.number = number;
      this.town = town;
    }

    Address copy() {
      return new Address(street, number, town);
    }

    @Override
    public String toString() {
      return street + " " + number + ", " + town;
    }
  }

  private Tree(long id, String name, Bean bean, Address address, List<Tree> children) {
    this.id = id;
    this.name = name;
    this.bean = bean;
    this.address = address;
    this.children = children;
  }

  /** Returns a tree in which every node above this depth has three children. */
  static Tree of(int depth) {
    return of(depth, new int[1]);
  }

  private static Tree of(int depth, int[] nodes) {
    int id = nodes[0]++;
    List<Tree> children = new ArrayList<>();
    for (int i = 0; depth > 0 && i < 3; i++) {
      children.add(of(depth - 1, nodes));
    }
    return new Tree(
        id,
        "node-" + id,
        new Bean(id),
        new Address("Rua " + id % 40, id, "Town-" + id % 5),
        children);
  }

  /** A hand-written copy. */
  Tree copy() {
    List<Tree> copies = new ArrayList<>(children.size());
    for (Tree child : children) {
      copies.add(child.copy());
    }
    return new Tree(id, name, bean.copy(), address.copy(), copies);
  }

  @Override
  public String toString() {
    return id + " " + name + " " + address + " " + bean.isPlausible() + " " + children;
  }
}
