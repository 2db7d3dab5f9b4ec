/** What frameworks say of themselves and want done; the words are those of Mesos. */
@NullMarked
package dev.bourse.topics.framework;

import org.jspecify.annotations.NullMarked;
