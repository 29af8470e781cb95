package helpdesk.feedback.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * Confirms to a customer that the answer was received (practice 30).
 *
 * @param message thanks, in the language of the answer
 * @param changeableUntil until when other answers are taken in their place
 * @param score 1–10, what the answer comes to; absent when no question on a scale was answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(UUID id, Instant receivedAt, String message, Integer score, Instant changeableUntil) {

    static Receipt of(Response response, Instant changeableUntil) {
        return new Receipt(
                response.id(),
                response.receivedAt(),
                Thanks.in(response.language()),
                response.score(),
                changeableUntil);
    }
}
