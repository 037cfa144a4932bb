/**
 * Stage 2 of 8. Takes live arguments from capture and gives private copies, bounded in nodes, bytes
 * and time. The entry, and which plan each class gets; the plans of the JDK's classes, the copiers
 * of fields and the walk are in packages of their own.
 */
@NullMarked
package io.understudy.agent.snapshot;

import org.jspecify.annotations.NullMarked;
