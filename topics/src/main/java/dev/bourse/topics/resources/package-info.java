/**
 * What a machine has and a task needs: {@link dev.bourse.topics.resources.Resources} and their
 * algebra, the attributes of machines, the names of roles, and the quantities that people write.
 *
 * <p>Every amount is a {@code long} in thousandths, so sums and differences are exact and the same
 * on every machine. Everything here is immutable and ordered, and every refusal is an {@link
 * java.lang.IllegalArgumentException} that names what is wrong, the value found, and what is
 * allowed.
 */
@NullMarked
package dev.bourse.topics.resources;

import org.jspecify.annotations.NullMarked;
