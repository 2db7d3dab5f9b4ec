/**
 * The HTTP API. Resources speak in the records of this package, never in those of the protocol, run
 * on virtual threads and may therefore simply wait.
 */
@NullMarked
package dev.bourse.gateway.rest;

import org.jspecify.annotations.NullMarked;
