/** The job service: an embedded framework that answers an offer in the step in which it is made. */
@NullMarked
package dev.bourse.core.jobs;

import org.jspecify.annotations.NullMarked;
