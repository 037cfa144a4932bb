/**
 * Serves stage 1 of 8. Selects classes and methods and weaves them: matching, advice, and the
 * numbers of call points and methods in woven code. The work when woven code runs belongs to {@code
 * capture}.
 */
@NullMarked
package io.understudy.agent.weave;

import org.jspecify.annotations.NullMarked;
