package io.understudy.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test, or a class of tests, that takes too long for each {@code mvn verify}. It is skipped
 * unless the Maven profile {@code full} is on.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag("long")
@EnabledIfSystemProperty(
    named = "understudy.long",
    matches = "true",
    disabledReason = "it takes long; mvn -Pfull verify runs it")
public @interface LongSuite {}
