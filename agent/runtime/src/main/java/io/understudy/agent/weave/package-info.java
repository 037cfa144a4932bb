/**
 * Serves stage 1 of 8. Which classes and methods are woven, and how: matching, advice, and the
 * numbers by which woven code knows call points and methods. What happens when woven code runs
 * belongs to {@code capture}.
 */
@NullMarked
package io.understudy.agent.weave;

import org.jspecify.annotations.NullMarked;
