package helpdesk.ticket.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which rule to try on what. */
public record DryRun(
        @Schema(description = "A rule that exists; it need not be active")
        UUID ruleId,

        @Valid @Schema(description = "Or one that is only thought of")
        RuleBody rule,

        @Min(value = 1, message = "Try 1 to 1,000 tickets.")
        @Max(value = 1000, message = "Try 1 to 1,000 tickets.")
        @Schema(
                description =
                        "How many tickets to try: for a trigger the latest; for an automation the oldest of those for which it may be due",
                defaultValue = "200")
        Integer tickets,

        @Schema(description = "For triggers: only tickets that were opened then or later")
        Instant openedAfter,

        @Schema(description = "For triggers: only tickets that were opened before then")
        Instant openedBefore) {

    private static final int USUAL = 200;

    /** Fills in what was left out. */
    public DryRun {
        tickets = tickets == null ? USUAL : tickets;
    }
}
