package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.replay.Parameter.Fit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParameterTest {
  @Test
  void staticFit() {
    assertThat(Parameter.fit(int.class, int.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(Parameter.fit(int.class, long.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(Parameter.fit(char.class, int.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(Parameter.fit(String.class, CharSequence.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(Parameter.fit(int.class, Integer.class)).isEqualTo(Fit.BOXED);
    assertThat(Parameter.fit(Integer.class, long.class)).isEqualTo(Fit.BOXED);
    assertThat(Parameter.fit(int.class, Object.class)).isEqualTo(Fit.BOXED);
    assertThat(Parameter.fit(int.class, Long.class)).isEqualTo(Fit.BOXED);
    assertThat(Parameter.fit(Object.class, String.class)).isEqualTo(Fit.CAST);
    assertThat(Parameter.fit(Object.class, int.class)).isEqualTo(Fit.CAST);
    assertThat(Parameter.fit(List.class, ArrayList.class)).isEqualTo(Fit.CAST);
    assertThat(Parameter.fit(Runnable.class, ArrayList.class)).isEqualTo(Fit.CAST);
    assertThat(Parameter.fit(Runnable.class, String.class)).isEqualTo(Fit.NEVER);
    assertThat(Parameter.fit(long.class, int.class)).isEqualTo(Fit.NEVER);
    assertThat(Parameter.fit(boolean.class, int.class)).isEqualTo(Fit.NEVER);
    assertThat(Parameter.fit(short.class, char.class)).isEqualTo(Fit.NEVER);
    assertThat(Parameter.fit(byte.class, char.class)).isEqualTo(Fit.NEVER);
    assertThat(Parameter.fit(String.class, Integer.class)).isEqualTo(Fit.NEVER);
  }

  @Test
  void fittingArgumentIsPassedAsItIs() throws Unanswered {
    String text = "a";
    assertThat(Parameter.convert(text, CharSequence.class, 0)).isSameAs(text);
    assertThat(Parameter.convert(null, String.class, 0)).isNull();
    assertThat(Parameter.convert(1, int.class, 0)).isEqualTo(1);
    assertThat(Parameter.convert(true, boolean.class, 0)).isEqualTo(true);
  }

  @Test
  void narrowerNumberIsWidened() throws Unanswered {
    assertThat(Parameter.convert((byte) 1, short.class, 0)).isEqualTo((short) 1);
    assertThat(Parameter.convert('a', int.class, 0)).isEqualTo(97);
    assertThat(Parameter.convert(1, long.class, 0)).isEqualTo(1L);
    assertThat(Parameter.convert(1, Long.class, 0)).isEqualTo(1L);
    assertThat(Parameter.convert(1L, float.class, 0)).isEqualTo(1f);
    assertThat(Parameter.convert(1.5f, double.class, 0)).isEqualTo(1.5);
  }

  @Test
  void argumentThatDoesNotFitIsNamedByItsClass() {
    assertThatThrownBy(() -> Parameter.convert(null, int.class, 1))
        .isInstanceOf(Unanswered.class)
        .hasMessage("argument 1 is null and the candidate takes int");
    assertThatThrownBy(() -> Parameter.convert("secret", Integer.class, 0))
        .isInstanceOf(Unanswered.class)
        .hasMessage("argument 0 is a java.lang.String and the candidate takes a java.lang.Integer");
    assertThatThrownBy(() -> Parameter.convert(1L, int.class, 0)).isInstanceOf(Unanswered.class);
  }
}
