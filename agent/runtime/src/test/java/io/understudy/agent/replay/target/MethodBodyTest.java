package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

final class MethodBodyTest {
  interface Quoting<T> {
    Object quote(T argument);

    default Object twice(T argument) {
      return argument;
    }
  }

  static class Legacy implements Quoting<String> {
    @Override
    public String quote(String argument) {
      return argument;
    }

    private Object hidden(String argument) {
      return argument;
    }

    Object own(String argument) {
      return argument;
    }

    static Object shared(String argument) {
      return argument;
    }
  }

  static class Inheriting extends Legacy {}

  static class Overriding extends Legacy {
    @Override
    public String quote(String argument) {
      return super.quote(argument);
    }

    @Override
    public Object twice(String argument) {
      return argument;
    }

    static Object hidden(String argument) {
      return argument;
    }
  }

  private static String body(Class<?> type, String name, Class<?> parameter, Object instance)
      throws Exception {
    Method body = MethodBody.of(type.getDeclaredMethod(name, parameter), instance);
    return body.getDeclaringClass().getSimpleName()
        + "#"
        + body.getName()
        + MethodBody.descriptor(body);
  }

  @Test
  void inheritedBodyIsTheOneOfTheSuperclass() throws Exception {
    assertThat(body(Legacy.class, "quote", String.class, new Inheriting()))
        .isEqualTo("Legacy#quote(Ljava/lang/String;)Ljava/lang/String;");
  }

  @Test
  void overrideIsAnotherBody() throws Exception {
    assertThat(body(Legacy.class, "quote", String.class, new Overriding()))
        .isEqualTo("Overriding#quote(Ljava/lang/String;)Ljava/lang/String;");
  }

  @Test
  void methodOfAnInterfaceIsTheOneOfTheInstanceBehindItsBridge() throws Exception {
    assertThat(body(Quoting.class, "quote", Object.class, new Inheriting()))
        .isEqualTo("Legacy#quote(Ljava/lang/String;)Ljava/lang/String;");
  }

  @Test
  void defaultMethodIsTheOneOfTheInterfaceUnlessItIsOverridden() throws Exception {
    assertThat(body(Quoting.class, "twice", Object.class, new Inheriting()))
        .isEqualTo("Quoting#twice(Ljava/lang/Object;)Ljava/lang/Object;");
    assertThat(body(Quoting.class, "twice", Object.class, new Overriding()))
        .isEqualTo("Overriding#twice(Ljava/lang/String;)Ljava/lang/Object;");
  }

  @Test
  void privateAndStaticMethodsAreNotOverridden() throws Exception {
    assertThat(body(Legacy.class, "hidden", String.class, new Overriding()))
        .startsWith("Legacy#hidden");
    assertThat(MethodBody.of(Legacy.class.getDeclaredMethod("shared", String.class), null))
        .isEqualTo(Legacy.class.getDeclaredMethod("shared", String.class));
  }
}
