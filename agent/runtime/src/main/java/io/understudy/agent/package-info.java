/** The composition root: wires the stages in the order in which a call meets them. */
@NullMarked
package io.understudy.agent;

import org.jspecify.annotations.NullMarked;
