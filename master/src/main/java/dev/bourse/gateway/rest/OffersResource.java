package dev.bourse.gateway.rest;

import dev.bourse.gateway.view.OfferTable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows offers. */
@Path("/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "frameworks")
@RunOnVirtualThread
public class OffersResource {

  private final OfferTable offers;

  OffersResource(OfferTable offers) {
    this.offers = offers;
  }

  /** Lists offers. */
  @GET
  @Operation(summary = "List the offers that have not been answered")
  @APIResponse(responseCode = "200", description = "The offers, by framework and number.")
  @APIResponse(responseCode = "400", ref = "invalid")
  public OfferList list(
      @Parameter(description = "Only those of this framework.")
          @QueryParam("framework")
          @Pattern(regexp = Params.FRAMEWORK, message = Params.FRAMEWORK_MESSAGE)
          @Nullable String framework,
      @Parameter(description = "Only those of this agent.")
          @QueryParam("agent")
          @Pattern(regexp = Params.ID, message = Params.ID_MESSAGE)
          @Nullable String agent) {
    return new OfferList(
        offers.all().stream()
            .filter(o -> framework == null || o.offer().framework().value().equals(framework))
            .filter(o -> agent == null || o.offer().agent().value().equals(agent))
            .map(Offer::of)
            .toList());
  }
}
