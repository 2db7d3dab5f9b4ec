package dev.bourse.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param role its name
 * @param weight how much it gets beside its siblings
 * @param limit the most that it holds, with the roles below it; absent for no limit
 * @param guarantee what is kept for it; absent for nothing
 * @param held by its tasks and those of the roles below it that are not terminal
 * @param reserved for it and the roles below it, and not in use; counts against the limit as what
 *     is held does
 * @param share the largest part that it holds of anything that the registered agents have
 * @param frameworks the ids of those that are in it
 * @param queuedJobs how many of its own jobs wait
 */
@Schema(description = "A role: what is set for it, and what it holds.")
public record Role(
    String role,
    BigDecimal weight,
    @Schema(implementation = Object.class) @Nullable ObjectNode limit,
    @Schema(implementation = Object.class) @Nullable ObjectNode guarantee,
    @Schema(implementation = Object.class) ObjectNode held,
    @Schema(implementation = Object.class) ObjectNode reserved,
    double share,
    List<String> frameworks,
    int queuedJobs) {}
