package io.understudy.overhead.peers;

/**
 * The compared objects: two objects of one class without shared parts, because some tools accept
 * only one class.
 */
public enum Input {
  /** A bean of eight fields. */
  BEAN("bean of 8 fields"),
  /** An order of 50 lines. */
  ORDER("order of 50 lines"),
  /** 1,000 maps. */
  ROWS("1,000 rows as maps"),
  /** 1,000 beans, shuffled. */
  UNORDERED_1000("1,000 unordered beans"),
  /** 5,000 beans, shuffled. */
  UNORDERED_5000("5,000 unordered beans"),
  /** 60 entities, each with a set of all others. */
  FRIENDS_60("60 friends of each other, in sets"),
  /** 80 entities, each with a set of all others. */
  FRIENDS_80("80 friends of each other, in sets"),
  /** 200 and 50 entities with sets of each other. */
  STUDENTS("200 students and 50 courses, with sets both ways"),
  /** 1,000 chains of 50 objects, shuffled. */
  CHAINS("1,000 unordered chains of 50 objects"),
  /** A binary tree, mirrored. */
  TREE("a mirrored unordered binary tree of depth 18");

  final String title;

  Input(String title) {
    this.title = title;
  }

  /** Whether the order of elements is ignored. */
  boolean isUnordered() {
    return this == UNORDERED_1000 || this == UNORDERED_5000 || this == CHAINS || this == TREE;
  }

  /** Whether the objects are a graph on which plain recursion takes very long, or never ends. */
  boolean isGraph() {
    return compareTo(FRIENDS_60) >= 0;
  }

  /** The time limit of one comparison, in seconds. */
  int limitSeconds() {
    return isGraph() ? 10 : 30;
  }

  Object control() {
    return make(false, 1);
  }

  /** Creates an object that is equal to the control, or has one changed value. */
  Object candidate(boolean changed) {
    return make(changed, 2);
  }

  private Object make(boolean changed, long seed) {
    return switch (this) {
      case BEAN -> new Customer(7, changed ? 1 : 0);
      case ORDER -> new Order(changed);
      case ROWS -> new Table(changed);
      case UNORDERED_1000 -> new Book(1_000, changed, seed);
      case UNORDERED_5000 -> new Book(5_000, changed, seed);
      case FRIENDS_60 -> Network.ofFriends(60, changed);
      case FRIENDS_80 -> Network.ofFriends(80, changed);
      case STUDENTS -> Network.ofStudents(200, 50, changed, seed);
      case CHAINS -> new Chains(1_000, 50, changed, seed);
      case TREE -> new Tree(18, seed == 2, changed);
    };
  }
}
