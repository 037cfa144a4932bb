/**
 * The chaos suite: each case does something hostile to the agent, or lets a candidate do it, in a
 * JVM with the built jar. The application must give the same output and exit code as without the
 * agent, and the journal must agree with the count that the application keeps itself.
 */
@NullMarked
package io.understudy.chaos;

import org.jspecify.annotations.NullMarked;
