/**
 * Counts for a while what an application really calls: weaves counters into methods, reads them,
 * and takes them out again. No stage; works beside them or alone.
 */
@NullMarked
package io.understudy.agent.counting;

import org.jspecify.annotations.NullMarked;
