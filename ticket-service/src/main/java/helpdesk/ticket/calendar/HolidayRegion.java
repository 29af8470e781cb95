package helpdesk.ticket.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where public holidays are kept.
 *
 * @param region a part of the country, and parts of it behind slashes; null for what the whole country keeps
 */
@Schema(name = "HolidayRegion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HolidayRegion(
        @NotNull(message = "Name the country by its two letters, as DE.")
        @Pattern(regexp = "[A-Z]{2}", message = "A country has two capital letters (ISO 3166-1), as DE.")
        @Schema(examples = "DE")
        String country,

        @Pattern(
                regexp = "[A-Za-z0-9-]{1,20}(/[A-Za-z0-9-]{1,20}){0,2}",
                message = "A region is written as by, or by/ag.")
        @Schema(examples = "by")
        String region) {

    /** The parts of the region, the largest first. */
    String[] parts() {
        return region == null ? new String[0] : region.split("/");
    }
}
