package io.understudy.agent.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.ShapeConfig;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstructionChoiceTest {
  private static final List<Construction> WAYS =
      Arrays.asList(constructor("width", "height"), constructor("height", "width"));

  private static Construction constructor(String... names) {
    return Construction.constructor(names.length, Arrays.asList(names), Collections.emptySet());
  }

  private static ConstructionChoice choice(String... written) throws ConversionException {
    List<String> names = Arrays.asList(written);
    return ConstructionChoice.of(
        "a.Box",
        WAYS,
        Collections.emptySet(),
        names,
        new ShapeConfig.Builder().constructor(names).build());
  }

  @Test
  void writtenNamesMeanTheConstructorWithTheseNames() throws Exception {
    assertThat(choice("height", "width").index()).isEqualTo(1);
    assertThat(choice("width", "height").index()).isEqualTo(0);
  }

  @Test
  void writtenNamesThatMayMeanTwoConstructorsAreRefused() {
    assertThatThrownBy(() -> choice("x", "y"))
        .hasMessage(
            "cannot build a.Box: several constructors take 2 parameters, and none names them [x,"
                + " y]; name an adapter:");
  }
}
