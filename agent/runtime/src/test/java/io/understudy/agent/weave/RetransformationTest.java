package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetransformationTest {
  private final List<Class<?>> loaded = new ArrayList<>(Arrays.asList(String.class, Integer.class));
  private final List<Class<?>> transformed = new ArrayList<>();
  private final NoticeQueue notices = new NoticeQueue();
  private Class<?> refused = Void.class;

  private final Instrumentation instrumentation =
      (Instrumentation)
          Proxy.newProxyInstance(
              RetransformationTest.class.getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getAllLoadedClasses")) {
                  return loaded.toArray(new Class<?>[0]);
                }
                Class<?>[] classes = (Class<?>[]) arguments[0];
                if (Arrays.asList(classes).contains(refused)) {
                  throw new UnmodifiableClassException("refused");
                }
                transformed.addAll(Arrays.asList(classes));
                return null;
              });

  @Test
  void onlyConcernedClassesAreTransformed() {
    Retransformation retransformation =
        new Retransformation(instrumentation, type -> type == String.class, notices);
    retransformation.run();
    assertThat(transformed).containsExactly(String.class);
    assertThat(retransformation.count()).isEqualTo(1);
  }

  @Test
  void secondRoundTransformsOnlyClassesThatWereLoadedMeanwhile() {
    Retransformation retransformation =
        new Retransformation(instrumentation, type -> true, notices);
    retransformation.run();
    loaded.add(Long.class);
    retransformation.run();
    assertThat(transformed).containsExactly(String.class, Integer.class, Long.class);
    assertThat(retransformation.count()).isEqualTo(3);
  }

  @Test
  void refusedClassIsReportedAndDoesNotAffectOthers() {
    refused = String.class;
    Retransformation retransformation =
        new Retransformation(instrumentation, type -> true, notices);
    retransformation.run();
    assertThat(transformed).containsExactly(Integer.class);
    List<String> lines = new ArrayList<>();
    notices.drain(notice -> lines.add(notice.toString()));
    assertThat(lines)
        .containsExactly(
            "WARN java.lang.String was loaded already and could not be transformed, and stays as it"
                + " was: java.lang.instrument.UnmodifiableClassException: refused");
  }
}
