/**
 * Stage 2 of 8, the hash tables of the JDK: copies with the same buckets and chains, and the places
 * of keys whose hash code depends on their identity. Other collections belong to {@code
 * snapshot.jdk}.
 */
@NullMarked
package io.understudy.agent.snapshot.jdk.table;

import org.jspecify.annotations.NullMarked;
