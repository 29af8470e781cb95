package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a customer may be told something by a channel, and why.
 *
 * @param because {@code do_not_contact}, {@code said}, or {@code default} when the customer has said nothing of it
 * @param since since when the customer says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consent")
record ConsentView(Purpose purpose, ContactChannel channel, boolean allowed, Because because, Instant since) {

    /** Why it is so. */
    @Schema(name = "ConsentBecause")
    enum Because {
        @JsonProperty("do_not_contact")
        DO_NOT_CONTACT,
        @JsonProperty("said")
        SAID,
        @JsonProperty("default")
        DEFAULT
    }

    /** All purposes by all channels. */
    static List<ConsentView> of(Customer customer) {
        return Stream.of(Purpose.values())
                .flatMap(purpose -> Stream.of(ContactChannel.values()).map(channel -> of(customer, purpose, channel)))
                .toList();
    }

    private static ConsentView of(Customer customer, Purpose purpose, ContactChannel channel) {
        // What is said of one channel comes behind what is said of all.
        Optional<Consent> said = customer.consents().stream()
                .filter(consent -> consent.covers(purpose, channel))
                .reduce((general, special) -> special);
        if (customer.isNotToBeContacted()) {
            return new ConsentView(purpose, channel, false, Because.DO_NOT_CONTACT, null);
        }
        return said.map(consent -> new ConsentView(purpose, channel, consent.granted(), Because.SAID, consent.since()))
                .orElseGet(() ->
                        new ConsentView(purpose, channel, purpose.isAllowedUnlessRefused(), Because.DEFAULT, null));
    }
}
