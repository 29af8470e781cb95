package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How well promises to call were kept.
 *
 * @param from booked times from here
 * @param to up to here, this moment itself not included
 * @param total of all items; without a rate when there is nothing to count
 * @param items the largest first, at most 1000; weeks in their order, without those in which nobody was to be called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PunctualityView(
        PunctualityDimension by,
        Instant from,
        Instant to,
        String group,
        PunctualityGroup total,
        List<PunctualityGroup> items) {}
