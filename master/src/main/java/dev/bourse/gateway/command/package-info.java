/** What the gateway asks of the master: records on the input topics. */
@NullMarked
package dev.bourse.gateway.command;

import org.jspecify.annotations.NullMarked;
