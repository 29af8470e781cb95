package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule for those who stay away as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LapseRule")
record LapseRuleView(
        UUID id,
        String name,
        LapseSign sign,
        String subscription,
        Integer afterDays,
        Integer timesRhythm,
        int minVisits,
        List<String> visitKinds,
        int wonBackDays,
        boolean tell,
        String group,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static LapseRuleView of(LapseRule rule) {
        LapseRuleBody body = rule.writable();
        return new LapseRuleView(
                rule.id(),
                body.name(),
                body.sign(),
                body.subscription(),
                body.afterDays(),
                body.timesRhythm(),
                body.minVisits(),
                body.visitKinds(),
                body.wonBackDays(),
                body.tell(),
                body.group(),
                body.active(),
                rule.createdAt(),
                rule.updatedAt(),
                rule.version());
    }
}
