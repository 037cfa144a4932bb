package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.agent.weave.ClassBytes;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClassFileTest {
  interface Repository<T> {
    T save(T one);
  }

  abstract static class Orders extends AbstractList<String>
      implements Repository<String>, Comparable<Orders> {
    static long count(int[] all, String... names) {
      return all.length + names.length;
    }

    @Override
    public String save(String one) {
      return one;
    }

    abstract void open() throws Exception;

    native int handle();

    private int hide() {
      Supplier<String> lambda = () -> "x";
      Function<String, Integer> reference = String::length;
      return reference.apply(lambda.get());
    }

    int call() {
      return hide();
    }
  }

  private static ClassFile of(Class<?> type) throws ClassFileException {
    return ClassFile.of(ClassBytes.of(type.getName()));
  }

  private static Member member(String name) throws ClassFileException {
    for (Member member : of(Orders.class).members()) {
      if (member.name().equals(name) && !member.isGenerated()) {
        return member;
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void nameAndSupertypes() throws ClassFileException {
    ClassFile orders = of(Orders.class);
    assertThat(orders.name()).isEqualTo(Orders.class.getName().replace('.', '/'));
    assertThat(orders.isInterface()).isFalse();
    assertThat(orders.supertypes())
        .containsExactly(
            "java/util/AbstractList",
            Repository.class.getName().replace('.', '/'),
            "java/lang/Comparable");
    assertThat(of(Repository.class).isInterface()).isTrue();
    assertThat(of(Repository.class).supertypes()).containsExactly("java/lang/Object");
  }

  @Test
  void objectHasNoSupertypes() throws Exception {
    try (java.io.InputStream in = Object.class.getResourceAsStream("Object.class")) {
      assertThat(ClassFile.of(ClassBytes.of(in)).supertypes()).isEmpty();
    }
  }

  @Test
  void parametersAreNamedAsInSource() throws ClassFileException {
    assertThat(member("count").parameters()).containsExactly("int[]", "java.lang.String[]");
    assertThat(member("count")).hasToString("count(int[], java.lang.String[])");
    assertThat(member("count").descriptor()).isEqualTo("([I[Ljava/lang/String;)J");
    assertThat(member("count").owner()).isEqualTo(Orders.class.getName());
    assertThat(member("call")).hasToString("call()");
  }

  @Test
  void kindsOfMethods() throws ClassFileException {
    assertThat(member("count").isStatic()).isTrue();
    assertThat(member("count").isVirtual()).isFalse();
    assertThat(member("open").hasBody()).isFalse();
    assertThat(member("open").isNative()).isFalse();
    assertThat(member("handle").isNative()).isTrue();
    assertThat(member("handle").hasBody()).isFalse();
    assertThat(member("hide").isVirtual()).isFalse();
    assertThat(member("<init>").isVirtual()).isFalse();
    assertThat(member("save").isVirtual()).isTrue();
    assertThat(member("call").isOfPackage()).isTrue();
    assertThat(member("save").isOfPackage()).isFalse();
    assertThat(member("hide").isOfPackage()).isFalse();
  }

  @Test
  void bridgeNamesTheMethodThatItCalls() throws ClassFileException {
    List<Member> bridges = new ArrayList<>();
    for (Member each : of(Orders.class).members()) {
      if (each.target() != null) {
        bridges.add(each);
      }
    }
    assertThat(bridges).hasSize(1);
    assertThat(bridges.get(0).key()).isEqualTo("save(Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(bridges.get(0).target()).isEqualTo("save(Ljava/lang/String;)Ljava/lang/String;");
    assertThat(bridges.get(0).isGenerated()).isTrue();
  }

  @Test
  void lambdasAndMethodReferences() throws ClassFileException {
    assertThat(of(Orders.class).lambdas())
        .containsExactly("java/util/function/Supplier.get", "java/util/function/Function.apply");
    assertThat(of(Repository.class).lambdas()).isEmpty();
  }

  @Test
  void unreadableFilesHaveAReason() {
    byte[] plain = ClassBytes.of(ClassFileTest.class.getName());
    byte[] newer = plain.clone();
    newer[7] = 99;
    assertThat(reason(newer)).startsWith("its class file is of version 99 (Java 55)");
    assertThat(reason(new byte[] {1, 2, 3})).isEqualTo("it is no class file");
    assertThat(reason(new byte[20])).isEqualTo("it is no class file");
    assertThat(reason(Arrays.copyOf(plain, 30))).isEqualTo("its class file is damaged");
  }

  private static String reason(byte[] bytes) {
    return catchThrowableOfType(() -> ClassFile.of(bytes), ClassFileException.class).reason();
  }

  @Test
  void versionOfAClassFile() {
    assertThat(ClassVersion.of(ClassBytes.of(ClassFileTest.class.getName()))).isEqualTo(52);
    assertThat(ClassVersion.of(new byte[8])).isZero();
    assertThat(ClassVersion.of(new byte[0])).isZero();
  }

  @Test
  void membersStandInTheOrderOfTheFile() throws ClassFileException {
    List<String> names =
        of(Repository.class).members().stream().map(Member::name).collect(Collectors.toList());
    assertThat(names).containsExactly("save");
  }
}
