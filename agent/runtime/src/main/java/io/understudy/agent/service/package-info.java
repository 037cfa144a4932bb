/**
 * Finds out from a class file whether a class is a service, and which of its methods may be call
 * points. It loads no class; the proposal itself belongs to {@code tool.suggest}. It is not a
 * stage.
 */
@NullMarked
package io.understudy.agent.service;

import org.jspecify.annotations.NullMarked;
