package helpdesk.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is written of a customer: how to address them, what to know before talking to them, what they want to be told. */
@Embeddable
class WrittenProfile {

    private String name;
    private String preferredName;
    private String pronunciation;
    private List<String> languages;
    private String timeZone;
    private LocalDate birthday;
    private String cultureNotes;
    private String accessibilityNeeds;
    private UUID organizationId;
    private UUID accountManagerId;

    @Enumerated(EnumType.STRING)
    private ContactChannel preferredChannel;

    private boolean doNotContact;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Consent> consents = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> customFields;

    /** The same, written anew; this one when nothing is different, so that nothing is stored. */
    WrittenProfile rewritten(CustomerDetails details) {
        WrittenProfile fresh = new WrittenProfile();
        fresh.write(details);
        fresh.consents = consents;
        KnownIdentities nobody = new KnownIdentities(Set.of());
        return name != null && fresh.details(nobody).equals(details(nobody)) ? this : fresh;
    }

    private void write(CustomerDetails details) {
        name = details.name().strip();
        preferredName = stripped(details.preferredName());
        languages = Languages.canonical(details.languages());
        timeZone = details.timeZone();
        birthday = details.birthday();
        cultureNotes = stripped(details.cultureNotes());
        pronunciation = stripped(details.pronunciation());
        accessibilityNeeds = stripped(details.accessibilityNeeds());
        organizationId = details.organizationId();
        accountManagerId = details.accountManagerId();
        preferredChannel = details.preferredChannel();
        doNotContact = details.doNotContact();
        customFields = new TreeMap<>(details.customFields());
    }

    /** Takes over what a merge, or its end, leads to. */
    void take(ProfileState state) {
        write(state.details());
        consents = state.consents();
    }

    /** What is said of all channels takes the place of what was said of one. */
    void consent(Consent said) {
        consents = Stream.concat(consents.stream().filter(former -> !said.replaces(former)), Stream.of(said))
                .sorted(Consent.ORDER)
                .toList();
    }

    void belongTo(UUID organization) {
        if (organizationId == null) {
            organizationId = organization;
        }
    }

    /** What is written, together with these identities. */
    CustomerDetails details(KnownIdentities identities) {
        return new CustomerDetails(
                name,
                preferredName,
                pronunciation,
                identities.emails(),
                identities.phones(),
                identities.handles(),
                languages,
                timeZone,
                birthday,
                cultureNotes,
                accessibilityNeeds,
                organizationId,
                accountManagerId,
                preferredChannel,
                doNotContact,
                new TreeMap<>(customFields));
    }

    String name() {
        return name;
    }

    ZoneId zone() {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    LocalDate birthday() {
        return birthday;
    }

    UUID organizationId() {
        return organizationId;
    }

    UUID accountManagerId() {
        return accountManagerId;
    }

    boolean isNotToBeContacted() {
        return doNotContact;
    }

    List<Consent> consents() {
        return consents;
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }
}
