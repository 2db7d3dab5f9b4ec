package dev.bourse.gateway.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the OpenAPI document says about the API as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Bourse",
            version = "1",
            description =
                "Submit jobs to the cluster, see what becomes of them, and operate it. Errors are"
                    + " application/problem+json with one entry per field that is wrong."),
    components =
        @Components(
            responses = {
              @APIResponse(
                  name = "invalid",
                  description = "Not valid; one entry in errors per field.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "not-found",
                  description = "There is no such thing.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "conflict",
                  description = "In conflict with what is there; detail says why.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "pending",
                  description = "On the log, but no master has decided it in time.",
                  content =
                      @Content(
                          mediaType = "application/json",
                          schema = @Schema(implementation = Decision.class))),
              @APIResponse(
                  name = "too-large",
                  description = "More than 64 KiB.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "unavailable",
                  description = "Not now; the header Retry-After says when to try again.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class)))
            }))
public class Api extends Application {}
