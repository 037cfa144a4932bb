package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovableClassValueTest {
  /** Counts the computations for a class; its values refer back to it. */
  private static final class Asked extends RemovableClassValue<Asked.Answer> {
    int times;

    final class Answer {
      final int time = ++times;
    }

    @Override
    protected Answer compute(Class<?> type) {
      return new Answer();
    }
  }

  @Test
  void computedOnce() {
    Asked asked = new Asked();
    assertThat(asked.get(String.class).time).isEqualTo(1);
    assertThat(asked.get(String.class).time).isEqualTo(1);
    assertThat(asked.get(List.class).time).isEqualTo(2);
  }

  @Test
  void forgottenAndLearntAgain() {
    Asked before = new Asked();
    before.get(String.class);
    long mark = RemovableClassValue.mark();
    Asked after = new Asked();
    after.get(String.class);

    RemovableClassValue.forget(mark);

    assertThat(before.get(String.class).time).isEqualTo(2);
    assertThat(after.get(String.class).time).isEqualTo(1);
  }

  @Test
  void whatIsForgottenIsNotHeldByTheClass() throws Exception {
    List<WeakReference<Asked>> gone = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Asked asked = new Asked();
      asked.get(RemovableClassValueTest.class);
      gone.add(new WeakReference<>(asked));
    }
    RemovableClassValue.forget(RemovableClassValue.mark());
    for (int i = 0; i < 100 && gone.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(gone).allMatch(each -> each.get() == null);
  }
}
