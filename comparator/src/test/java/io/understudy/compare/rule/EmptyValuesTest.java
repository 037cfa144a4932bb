package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmptyValuesTest {
  private static boolean isEmpty(@Nullable Object value, TextRule... text) {
    RulesBuilder rules = Rules.builder().nullIsEmpty(RuleScope.parse(""));
    RuleNode node =
        (text.length == 0 ? rules : rules.text(RuleScope.parse(""), text)).build().root();
    assertThat(node).isNotNull();
    return EmptyValues.isEmpty(value, node);
  }

  @Test
  void emptyTextsAndContainers() {
    assertThat(isEmpty(null)).isTrue();
    assertThat(isEmpty("")).isTrue();
    assertThat(isEmpty(Collections.emptyList())).isTrue();
    assertThat(isEmpty(Collections.emptySet())).isTrue();
    assertThat(isEmpty(Collections.emptyMap())).isTrue();
    assertThat(isEmpty(new int[0])).isTrue();
    assertThat(isEmpty(Optional.empty())).isTrue();
    assertThat(isEmpty(OptionalInt.empty())).isTrue();
  }

  @Test
  void emptyContentOfAnOptional() {
    assertThat(isEmpty(Optional.of(""))).isTrue();
    assertThat(isEmpty(Optional.of(Optional.empty()))).isTrue();
    assertThat(isEmpty(Optional.of(Collections.emptyList()))).isTrue();
    assertThat(isEmpty(Optional.of("x"))).isFalse();
  }

  @Test
  void valuesThatAreNotEmpty() {
    assertThat(isEmpty(0)).isFalse();
    assertThat(isEmpty(false)).isFalse();
    assertThat(isEmpty(" ")).isFalse();
    assertThat(isEmpty(Collections.singletonList(null))).isFalse();
    assertThat(isEmpty(Collections.singletonMap("a", null))).isFalse();
    assertThat(isEmpty(new Object())).isFalse();
    assertThat(isEmpty(Thread.currentThread())).isFalse();
  }

  @Test
  void whiteSpaceIsEmptyWhereItDoesNotCount() {
    assertThat(isEmpty(" \u00a0", TextRule.TRIM)).isTrue();
    assertThat(isEmpty(" \u00a0", TextRule.IGNORE_CASE)).isFalse();
  }

  @Test
  void listWithFieldsOfItsOwnIsNotEmpty() {
    assertThat(isEmpty(new Tagged())).isFalse();
  }

  /** A list without elements that has a field beside them. */
  private static final class Tagged extends java.util.ArrayList<Object> {
    private static final long serialVersionUID = 1;

    final String tag = "x";
  }

  @Test
  void listThatThrowsIsNotEmpty() {
    assertThat(
            isEmpty(
                new AbstractList<Object>() {
                  @Override
                  public Object get(int index) {
                    throw new IllegalStateException();
                  }

                  @Override
                  public Iterator<Object> iterator() {
                    throw new IllegalStateException();
                  }

                  @Override
                  public int size() {
                    throw new IllegalStateException();
                  }
                }))
        .isFalse();
  }

  @Test
  void nestingDepthOfEmptyOptionals() {
    assertThat(EmptyValues.nestingDepth(null)).isEqualTo(1);
    assertThat(EmptyValues.nestingDepth(Optional.empty())).isEqualTo(1);
    assertThat(EmptyValues.nestingDepth(Optional.of(Optional.empty()))).isEqualTo(2);
    assertThat(EmptyValues.nestingDepth(Optional.of(Optional.of(Optional.empty())))).isEqualTo(3);
    assertThat(EmptyValues.nestingDepth(OptionalInt.empty())).isEqualTo(1);
    for (Object value : Arrays.asList("", 0, Collections.emptyList(), Optional.of(""))) {
      assertThat(EmptyValues.nestingDepth(value)).isZero();
    }
  }
}
