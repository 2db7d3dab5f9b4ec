package dev.bourse.gateway.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was asked for is on the log, and will be decided.
 *
 * @param id of the job
 * @param position of the record: with it as a parameter, other requests wait for what comes of this
 *     one
 */
@Schema(description = "What was asked for is on the log, and will be decided.")
public record Accepted(String id, @Schema(examples = "0:12") String position) {}
