/**
 * Starts JVMs of several versions with the built agent and an application of a few lines, for tests
 * that need the whole: {@link ChildJvm}.
 */
@NullMarked
package io.understudy.rig;

import org.jspecify.annotations.NullMarked;
