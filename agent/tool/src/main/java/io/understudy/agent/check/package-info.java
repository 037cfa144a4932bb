/**
 * Says before anything runs which call points would be woven, and what does not fit. No stage: it
 * looks at class files, and loads no class of the application.
 */
@NullMarked
package io.understudy.agent.check;

import org.jspecify.annotations.NullMarked;
