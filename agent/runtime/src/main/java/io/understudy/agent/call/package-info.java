/**
 * What travels through the agent's stages, and the interfaces by which they hand it over: the call,
 * its call point, and the ledger in which every call ends in exactly one fate.
 */
@NullMarked
package io.understudy.agent.call;

import org.jspecify.annotations.NullMarked;
