package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.CodeIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodeIdentitiesTest {
  private final CodeIdentities codes = new CodeIdentities();

  @Test
  void jarHasNameAndHash() {
    CodeIdentity identity = present(codes.of(Test.class));
    assertThat(identity.name()).startsWith("junit-jupiter-api-").endsWith(".jar");
    assertThat(identity.sha256()).matches("[0-9a-f]{64}");
    assertThat(codes.of(org.junit.jupiter.api.BeforeEach.class)).isSameAs(identity);
  }

  @Test
  void directoryOfClassesHasNameOnly() {
    CodeIdentity identity = present(codes.of(CodeIdentitiesTest.class));
    assertThat(identity.name()).isEqualTo("test-classes");
    assertThat(identity.sha256()).isNull();
  }

  @Test
  void classWithoutCodeSourceHasNoIdentity() {
    assertThat(codes.of(null)).isNull();
    assertThat(codes.of(String.class)).isNull();
  }

  private static CodeIdentity present(@Nullable CodeIdentity identity) {
    if (identity == null) {
      throw new AssertionError("no identity");
    }
    return identity;
  }

  @Test
  void classOfTheJdkHasNoIdentityOnAnyLoader() {
    assertThat(new CodeIdentities().of(null)).isNull();
    assertThat(new CodeIdentities().of(int.class)).isNull();
  }
}
