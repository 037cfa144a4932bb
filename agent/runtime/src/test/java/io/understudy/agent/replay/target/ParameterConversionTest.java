package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.replay.target.ParameterConversion.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ParameterConversionTest {
  @Test
  void staticFit() {
    assertThat(ParameterConversion.fit(int.class, int.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(ParameterConversion.fit(int.class, long.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(ParameterConversion.fit(char.class, int.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(ParameterConversion.fit(String.class, CharSequence.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(ParameterConversion.fit(int.class, Integer.class)).isEqualTo(Fit.BOXED);
    assertThat(ParameterConversion.fit(Integer.class, long.class)).isEqualTo(Fit.BOXED);
    assertThat(ParameterConversion.fit(int.class, Object.class)).isEqualTo(Fit.BOXED);
    assertThat(ParameterConversion.fit(int.class, Long.class)).isEqualTo(Fit.BOXED);
    assertThat(ParameterConversion.fit(Object.class, String.class)).isEqualTo(Fit.CAST);
    assertThat(ParameterConversion.fit(Object.class, int.class)).isEqualTo(Fit.CAST);
    assertThat(ParameterConversion.fit(List.class, ArrayList.class)).isEqualTo(Fit.CAST);
    assertThat(ParameterConversion.fit(Runnable.class, ArrayList.class)).isEqualTo(Fit.CAST);
    assertThat(ParameterConversion.fit(Runnable.class, String.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fit(long.class, int.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fit(boolean.class, int.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fit(short.class, char.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fit(byte.class, char.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fit(String.class, Integer.class)).isEqualTo(Fit.NEVER);
  }

  @Test
  void fittingArgumentIsNotConverted() throws UnansweredException {
    String text = "a";
    assertThat(ParameterConversion.convert(text, CharSequence.class, 0)).isSameAs(text);
    assertThat(ParameterConversion.convert(null, String.class, 0)).isNull();
    assertThat(ParameterConversion.convert(1, int.class, 0)).isEqualTo(1);
    assertThat(ParameterConversion.convert(true, boolean.class, 0)).isEqualTo(true);
  }

  @Test
  void narrowerNumberIsWidened() throws UnansweredException {
    assertThat(ParameterConversion.convert((byte) 1, short.class, 0)).isEqualTo((short) 1);
    assertThat(ParameterConversion.convert('a', int.class, 0)).isEqualTo(97);
    assertThat(ParameterConversion.convert(1, long.class, 0)).isEqualTo(1L);
    assertThat(ParameterConversion.convert(1, Long.class, 0)).isEqualTo(1L);
    assertThat(ParameterConversion.convert(1L, float.class, 0)).isEqualTo(1f);
    assertThat(ParameterConversion.convert(1.5f, double.class, 0)).isEqualTo(1.5);
  }

  @Test
  void argumentThatDoesNotFitIsNamedByItsClass() {
    assertThatThrownBy(() -> ParameterConversion.convert(null, int.class, 1))
        .isInstanceOf(UnansweredException.class)
        .hasMessage("argument 1 is null and the candidate takes int");
    assertThatThrownBy(() -> ParameterConversion.convert("secret", Integer.class, 0))
        .isInstanceOf(UnansweredException.class)
        .hasMessage("argument 0 is a java.lang.String and the candidate takes a java.lang.Integer");
    assertThatThrownBy(() -> ParameterConversion.convert(1L, int.class, 0))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void fitOfIds() {
    assertThat(ParameterConversion.fitOfIds(long.class, UUID.class)).isEqualTo(Fit.CONVERTED);
    assertThat(ParameterConversion.fitOfIds(String.class, long.class)).isEqualTo(Fit.CONVERTED);
    assertThat(ParameterConversion.fitOfIds(int.class, long.class)).isEqualTo(Fit.SUBTYPE);
    assertThat(ParameterConversion.fitOfIds(boolean.class, UUID.class)).isEqualTo(Fit.NEVER);
    assertThat(ParameterConversion.fitOfIds(String.class, List.class)).isEqualTo(Fit.NEVER);
  }

  @Test
  void idsAreConverted() throws UnansweredException {
    String uuid = "123e4567-e89b-42d3-a456-426614174000";
    assertThat(ParameterConversion.convertId("42", long.class, 0)).isEqualTo(42L);
    assertThat(ParameterConversion.convertId(42L, String.class, 0)).isEqualTo("42");
    assertThat(ParameterConversion.convertId(uuid, UUID.class, 0)).isEqualTo(UUID.fromString(uuid));
    assertThat(ParameterConversion.convertId(42L, Long.class, 0)).isEqualTo(42L);
    assertThat(ParameterConversion.convertId(null, String.class, 0)).isNull();
    assertThatThrownBy(() -> ParameterConversion.convertId("secret", long.class, 0))
        .isInstanceOf(UnansweredException.class)
        .hasMessage("argument 0 is a java.lang.String and the candidate takes a long");
  }
}
