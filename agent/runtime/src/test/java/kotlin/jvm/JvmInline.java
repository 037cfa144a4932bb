package kotlin.jvm;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of Kotlin's library, which is known by its name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface JvmInline {}
