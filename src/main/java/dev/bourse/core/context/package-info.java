/** What a decision is made in: what it may look at, where its events go, and how it says no. */
@NullMarked
package dev.bourse.core.context;

import org.jspecify.annotations.NullMarked;
