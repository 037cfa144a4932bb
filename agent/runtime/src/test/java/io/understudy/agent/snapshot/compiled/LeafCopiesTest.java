package io.understudy.agent.snapshot.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.InstanceFields;
import io.understudy.value.Tally;
import io.understudy.value.shape.ScalarFields;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeafCopiesTest {
  static class Base<I extends Serializable> {
    @Nullable I id;
    int version;
  }

  static class Entity extends Base<Long> {
    @Nullable String name;

    Entity() {}

    Entity(long id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  private static long tally(Entity original, Entity copy) throws Throwable {
    List<Field> fields = InstanceFields.opened(Entity.class);
    return (long)
        LeafCopies.of(Entity.class, fields).handle().invoke((Object) copy, (Object) original);
  }

  @Test
  void leavesAreCopiedAndOtherFieldsAreNot() throws Throwable {
    Entity copy = new Entity();
    Entity original = new Entity(7, "seven");
    original.version = 3;
    tally(original, copy);

    assertThat(copy.name).isEqualTo("seven");
    assertThat(copy.version).isEqualTo(3);
    assertThat(copy.id).isNull();
  }

  @Test
  void genericIdIsPartOfTheFingerprint() throws Throwable {
    long first = tally(new Entity(7, "same"), new Entity());
    long second = tally(new Entity(8, "same"), new Entity());

    assertThat(Tally.fingerprint(first)).isNotEqualTo(Tally.fingerprint(second));
    assertThat(Tally.characters(first)).isEqualTo(4);
  }

  @Test
  void tallyIsThatOfTheOriginal() throws Throwable {
    List<Field> fields = InstanceFields.opened(Entity.class);
    Entity original = new Entity(9, "nine");

    assertThat(tally(original, new Entity()))
        .isEqualTo((long) ScalarFields.tally(Entity.class, fields).invoke(original));
  }
}
