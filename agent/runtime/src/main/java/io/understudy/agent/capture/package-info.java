/**
 * Stage 1 of 8. Decides which calls are taken, and gives them to snapshot: sampling, and what
 * happens at a call point on the application's threads. Which methods are woven, and how, belongs
 * to {@code weave}.
 */
@NullMarked
package io.understudy.agent.capture;

import org.jspecify.annotations.NullMarked;
