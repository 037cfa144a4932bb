package io.understudy.overhead.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.javers.core.metamodel.annotation.Id;

/**
 * Entities that are linked in both directions by sets, as an object-relational mapper loads them.
 */
public final class Network {
  private final List<Entity> entities = new ArrayList<>();

  private Network() {}

  /** An entity; the annotation is for JaVers. */
  public static final class Entity {
    @Id private final String id;
    private String name;
    private final Set<Entity> links = new HashSet<>();

    Entity(String id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  /** Returns friends of each other. */
  static Network ofFriends(int count, boolean changed) {
    Network network = new Network();
    for (int i = 0; i < count; i++) {
      network.entities.add(new Entity("F-" + i, name(i, changed)));
    }
    for (Entity each : network.entities) {
      each.links.addAll(network.entities);
      each.links.remove(each);
    }
    return network;
  }

  /** Returns students, each with a set of all courses; each course has a set of all students. */
  static Network ofStudents(int students, int courses, boolean changed, long seed) {
    Network network = new Network();
    List<Entity> all = new ArrayList<>();
    for (int i = 0; i < courses; i++) {
      all.add(new Entity("C-" + i, "course " + i));
    }
    Collections.shuffle(all, new Random(seed));
    for (int i = 0; i < students; i++) {
      Entity student = new Entity("S-" + i, name(i, changed));
      network.entities.add(student);
      for (Entity course : all) {
        student.links.add(course);
        course.links.add(student);
      }
    }
    return network;
  }

  private static String name(int i, boolean changed) {
    return changed && i == 7 ? "changed" : "name " + i;
  }

  @Override
  public String toString() {
    return entities.size() + " entities";
  }
}
