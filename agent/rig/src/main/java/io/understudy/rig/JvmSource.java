package io.understudy.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The Java versions that a parameterized test runs with, as its first argument.
 *
 * <p>The runs of versions that {@link Jvm} does not offer are skipped. Where only the running Java
 * is used, the test runs with it too if it lies between the lowest and the highest version given:
 * most lists are samples of the versions between.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(JvmVersions.class)
public @interface JvmSource {
  /** The major versions. */
  int[] value();
}
