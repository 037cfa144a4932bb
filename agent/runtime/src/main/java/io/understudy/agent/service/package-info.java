/**
 * Tells from a class file whether a class is a service, and which of its methods do a service's
 * work. It reads class files and loads no class; what is proposed of them is the business of the
 * tool. No stage.
 */
@NullMarked
package io.understudy.agent.service;

import org.jspecify.annotations.NullMarked;
