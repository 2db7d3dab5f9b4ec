/** The packaged master against a real broker. */
@NullMarked
package dev.bourse.master.it;

import org.jspecify.annotations.NullMarked;
