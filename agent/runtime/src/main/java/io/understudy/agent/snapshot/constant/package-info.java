/**
 * Stage 2 of 8, identity: recognises objects that code compares by {@code ==}, such as constants in
 * static fields, and decides whether the candidate may get the object itself. The copy of other
 * objects does not belong here.
 */
@NullMarked
package io.understudy.agent.snapshot.constant;

import org.jspecify.annotations.NullMarked;
