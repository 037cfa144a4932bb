/**
 * The composition root: wires the stages in the order of a call's path, and starts and ends them.
 * The work of a stage does not belong here.
 */
@NullMarked
package io.understudy.agent;

import org.jspecify.annotations.NullMarked;
