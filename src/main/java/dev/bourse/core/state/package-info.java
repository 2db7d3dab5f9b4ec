/** The cluster's state: immutable rows, and the read-only tables that hold them. */
@NullMarked
package dev.bourse.core.state;

import org.jspecify.annotations.NullMarked;
