package io.understudy.rig;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Provides the versions of a {@link JvmSource}. Stateless. */
final class JvmVersions extends AnnotationBasedArgumentsProvider<JvmSource> {
  @Override
  protected Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context, JvmSource source) {
    return versions(source.value(), Jvm.usesAll(), Jvm.running()).mapToObj(Arguments::of);
  }

  /** Returns the listed versions, and the running one if a test with these versions needs it. */
  static IntStream versions(int[] listed, boolean all, int running) {
    IntStream versions = Arrays.stream(listed);
    int lowest = Arrays.stream(listed).min().orElse(Integer.MAX_VALUE);
    int highest = Arrays.stream(listed).max().orElse(Integer.MIN_VALUE);
    if (all || running < lowest || running > highest) {
      return versions;
    }
    return IntStream.concat(versions, IntStream.of(running)).distinct();
  }
}
