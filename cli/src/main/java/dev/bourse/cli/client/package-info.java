/**
 * The REST API of a cluster, as the commands need it.
 *
 * <p>Built on {@link java.net.HttpURLConnection}, which a short-lived process loads several times
 * faster than {@code java.net.http}, and on Jackson's tree model, which needs no reflection.
 */
@NullMarked
package dev.bourse.cli.client;

import org.jspecify.annotations.NullMarked;
