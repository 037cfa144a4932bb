package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentEffectsTest {
  @ParameterizedTest
  @CsvSource({
    "()V, false",
    "(IJZ)V, false",
    "(Ljava/lang/String;Ljava/lang/Integer;)V, false",
    "(Ljava/math/BigDecimal;Ljava/time/LocalDate;Ljava/util/UUID;)V, false",
    "([I)V, true",
    "([Ljava/lang/String;)V, true",
    "(Ljava/util/List;)V, true",
    "(ILjava/lang/StringBuilder;)V, true",
    "(Ljava/lang/Object;)V, true",
    "(Lcom/acme/Cart;)V, true",
    "(Ljava/util/List;)I, false",
    "(Ljava/util/List;)Ljava/lang/Void;, false",
  })
  void voidMethodsWithMutableArguments(String descriptor, boolean expected) {
    assertThat(ArgumentEffects.areOnlyEffects(descriptor)).isEqualTo(expected);
  }
}
