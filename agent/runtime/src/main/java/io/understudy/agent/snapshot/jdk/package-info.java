/**
 * Stage 2 of 8, the plans of the JDK's collections, maps, holders and values, and of classes that
 * extend them. Application classes that are copied field by field belong to {@code
 * snapshot.compiled}.
 */
@NullMarked
package io.understudy.agent.snapshot.jdk;

import org.jspecify.annotations.NullMarked;
