package helpdesk.feedback.customer;

import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.UUID;

/** What is read of a customer's profile. */
record ProfileFacts(
        UUID customerId,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<String> languages,
        boolean doNotContact,
        List<Consent> consents) {

    private static final String SURVEYS = "surveys";

    ProfileFacts {
        if (customerId == null || name == null) {
            throw new PoisonException("customerId and name are needed");
        }
    }

    /** What the customer has said; of all channels when it names none. */
    record Consent(String purpose, String channel, boolean granted) {}

    KnownCustomer customer(long sequence) {
        return new KnownCustomer(
                customerId,
                name,
                preferredName,
                first(emails),
                first(phones),
                first(languages),
                doNotContact || refusesSurveys(),
                sequence);
    }

    /** Refused for all channels, and wanted by none; what is refused for one, who sends it looks after. */
    private boolean refusesSurveys() {
        List<Consent> said = consents == null
                ? List.of()
                : consents.stream()
                        .filter(consent -> SURVEYS.equals(consent.purpose()))
                        .toList();
        return said.stream().anyMatch(consent -> consent.channel() == null && !consent.granted())
                && said.stream().noneMatch(Consent::granted);
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
