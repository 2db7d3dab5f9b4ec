/** What has to be in order before the application starts, and what it says when it does. */
@NullMarked
package dev.bourse.gateway.start;

import org.jspecify.annotations.NullMarked;
