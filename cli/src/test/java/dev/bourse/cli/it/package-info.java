/** The command and the cluster as users meet them: real processes, nothing faked. */
@NullMarked
package dev.bourse.cli.it;

import org.jspecify.annotations.NullMarked;
