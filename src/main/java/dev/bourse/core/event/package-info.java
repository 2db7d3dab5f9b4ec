/**
 * What happened. Events are past tense, carry everything their appliers need, and are never changed
 * once released.
 */
@NullMarked
package dev.bourse.core.event;

import org.jspecify.annotations.NullMarked;
