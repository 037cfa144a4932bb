/**
 * Stage 4 of 8 (replay), candidates behind HTTP: the request that is made from a call, the client
 * that sends it, and the outcome that is read from its answer with the control's outcome as a
 * guide. No type of the HTTP library leaves this package.
 */
@NullMarked
package io.understudy.agent.http;

import org.jspecify.annotations.NullMarked;
