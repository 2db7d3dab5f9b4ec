/**
 * Measurements against a running cluster, each beside the raw limit it is compared with, taken in
 * the same run.
 */
@NullMarked
package dev.bourse.loadtests;

import org.jspecify.annotations.NullMarked;
