/**
 * Stage 1 of 8. Decides which calls are taken, and hands their arguments to snapshot: sampling, and
 * the work at a call point on the application's threads. The selection and weaving of methods
 * belong to {@code weave}.
 */
@NullMarked
package io.understudy.agent.capture;

import org.jspecify.annotations.NullMarked;
