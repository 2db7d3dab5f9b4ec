/** Examples to copy. */
@NullMarked
package dev.bourse.sdk.example;

import org.jspecify.annotations.NullMarked;
