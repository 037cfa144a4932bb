package io.understudy.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmVersionsTest {
  private static int[] versions(boolean all, int running, int... listed) {
    return JvmVersions.versions(listed, all, running).toArray();
  }

  @Test
  void runningVersionBetweenIsAdded() {
    assertThat(versions(false, 17, 8, 25)).containsExactly(8, 25, 17);
    assertThat(versions(false, 17, 8, 17, 25)).containsExactly(8, 17, 25);
  }

  @Test
  void runningVersionOutsideIsNotAdded() {
    assertThat(versions(false, 25, 11, 21)).containsExactly(11, 21);
    assertThat(versions(false, 17, 25)).containsExactly(25);
  }

  @Test
  void versionsOfAllInstallationsAreThoseListed() {
    assertThat(versions(true, 17, 8, 25)).containsExactly(8, 25);
  }
}
