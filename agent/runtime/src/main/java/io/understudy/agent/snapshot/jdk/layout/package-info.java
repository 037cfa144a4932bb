/**
 * Stage 2 of 8, access to the fields of the JDK's collections. What the copies look like belongs to
 * {@code snapshot.jdk}.
 */
@NullMarked
package io.understudy.agent.snapshot.jdk.layout;

import org.jspecify.annotations.NullMarked;
