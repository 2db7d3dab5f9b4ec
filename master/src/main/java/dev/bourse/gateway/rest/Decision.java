package dev.bourse.gateway.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of what an operator asked for.
 *
 * @param state {@code APPLIED}, or {@code PENDING} when nobody has decided it in time
 * @param positions of its records on the operations, one for each cell that it concerns
 * @param message for people
 */
@Schema(description = "What became of what an operator asked for.")
public record Decision(
    @Schema(enumeration = {"APPLIED", "PENDING"}) String state,
    @Schema(examples = "[\"0:12\"]") List<String> positions,
    @Nullable String message) {}
