/**
 * The objects that pass through the agent's stages, and the interfaces by which stages hand them
 * over: the call, its call point, and the ledger in which every call ends in exactly one fate. The
 * work of a stage does not belong here.
 */
@NullMarked
package io.understudy.agent.call;

import org.jspecify.annotations.NullMarked;
