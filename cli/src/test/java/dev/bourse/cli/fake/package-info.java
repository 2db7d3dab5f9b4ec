/** Stand-ins for tests. */
@NullMarked
package dev.bourse.cli.fake;

import org.jspecify.annotations.NullMarked;
