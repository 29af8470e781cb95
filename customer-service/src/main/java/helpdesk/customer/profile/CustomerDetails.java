package helpdesk.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All of a profile that can be written: what POST takes, and what a PATCH leads to. The name is always needed; in the API
 * document only POST says so, because a patch may leave it as it is.
 */
public record CustomerDetails(
        @Schema(required = false)
        @NotNull(message = "A customer has a name.")
        @Size(min = 1, max = LONGEST_NAME, message = "A name has 1 to 200 characters.")
        @PlainText
        String name,

        @Size(min = 1, max = LONGEST_NAME, message = "A preferred name has 1 to 200 characters.") @PlainText
        String preferredName,

        @Size(min = 1, max = LONGEST_NAME, message = "A pronunciation has 1 to 200 characters.")
        @PlainText
        @Schema(description = "How to say the name", examples = "ah-MAH-rah oh-KAH-for")
        String pronunciation,

        @Size(max = MOST_IDENTITIES, message = "A customer has at most 20 mail addresses.")
        List<@NotNull(message = "Write a mail address, not null.") @EmailAddress String> emails,

        @Size(max = MOST_IDENTITIES, message = "A customer has at most 20 phone numbers.")
        List<@NotNull(message = "Write a phone number, not null.") @Phone String> phones,

        @Size(max = MOST_IDENTITIES, message = "A customer has at most 20 handles.")
        List<@NotNull(message = "Write a handle, not null.") @Valid Handle> handles,

        @Size(max = MOST_LANGUAGES, message = "A customer has at most 10 languages.")
        List<@NotNull(message = "Write a language tag, not null.") @LanguageTag String> languages,

        @TimeZoneName String timeZone,
        @Birthday LocalDate birthday,

        @Size(min = 1, max = LONGEST_NOTES, message = "Culture notes have 1 to 2000 characters.")
        @PlainText(multiline = true)
        String cultureNotes,

        @Size(min = 1, max = LONGEST_NOTES, message = "Accessibility needs have 1 to 2000 characters.")
        @PlainText(multiline = true)
        @Schema(examples = "Hard of hearing: write, do not call.")
        String accessibilityNeeds,

        @Schema(description = "Left out, it is the one that has the domain of a mail address")
        UUID organizationId,

        @Schema(description = "Who cares for the customer, an agent's id")
        UUID accountManagerId,

        @Schema(description = "How to tell the customer things, when that is possible and not refused")
        ContactChannel preferredChannel,

        @Schema(
                description =
                        "true: no surveys, rewards, greetings and offers; answers to the customer's own requests, and what rules tell of them, are sent",
                defaultValue = "false")
        Boolean doNotContact,

        @Size(max = 50, message = "At most 50 custom fields.")
        @Schema(description = CustomField.DESCRIPTION, maxProperties = 50)
        Map<@Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE) String, @CustomField JsonNode>
                customFields) {

    public static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTES = 2000;
    static final int MOST_IDENTITIES = 20;
    static final int MOST_LANGUAGES = 10;

    /** Lists that are left out, or removed by a patch, are empty. */
    public CustomerDetails {
        emails = emails == null ? List.of() : emails;
        phones = phones == null ? List.of() : phones;
        handles = handles == null ? List.of() : handles;
        languages = languages == null ? List.of() : languages;
        doNotContact = doNotContact != null && doNotContact;
        customFields = customFields == null ? Map.of() : customFields;
    }

    /** What is known of somebody who has just made contact. */
    public static CustomerDetails ofContact(
            String name,
            String preferredName,
            List<String> emails,
            List<String> phones,
            List<Handle> handles,
            List<String> languages) {
        return new CustomerDetails(
                name,
                preferredName,
                null,
                emails,
                phones,
                handles,
                languages,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What is said counts, and what is not said stays; identities come behind those that there are. */
    CustomerDetails completedBy(CustomerDetails said) {
        CustomerDetails both = new ProfileState(said.withoutIdentities(), List.of())
                .with(new ProfileState(withoutIdentities(), List.of()))
                .details();
        Set<Identity> all = new LinkedHashSet<>();
        KnownIdentities known = new KnownIdentities(all);
        identities().forEach(known::add);
        said.identities().forEach(known::add);
        return new CustomerDetails(
                both.name(),
                both.preferredName(),
                both.pronunciation(),
                known.emails(),
                known.phones(),
                known.handles(),
                both.languages(),
                both.timeZone(),
                both.birthday(),
                both.cultureNotes(),
                both.accessibilityNeeds(),
                both.organizationId(),
                both.accountManagerId(),
                both.preferredChannel(),
                both.doNotContact(),
                both.customFields());
    }

    /** The same without mail addresses, phone numbers and handles. */
    CustomerDetails withoutIdentities() {
        return new CustomerDetails(
                name,
                preferredName,
                pronunciation,
                List.of(),
                List.of(),
                List.of(),
                languages,
                timeZone,
                birthday,
                cultureNotes,
                accessibilityNeeds,
                organizationId,
                accountManagerId,
                preferredChannel,
                doNotContact,
                customFields);
    }

    /**
     * The identities, each once, with their places.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} with the place of one that cannot be kept
     */
    List<Identity> identities() {
        List<Identity> all = new ArrayList<>();
        addEachOnce(all, "/emails/", emails, Identity::email);
        addEachOnce(all, "/phones/", phones, Identity::phone);
        addEachOnce(all, "/handles/", handles, Identity::handle);
        return all;
    }

    /** Where in the body the identity is, as a JSON pointer. */
    String pointerTo(Identity identity) {
        return switch (identity.kind()) {
            case EMAIL -> "/emails/" + indexOf(identity, emails, Identity::email);
            case PHONE -> "/phones/" + indexOf(identity, phones, Identity::phone);
            case HANDLE -> "/handles/" + indexOf(identity, handles, Identity::handle);
        };
    }

    private static <T> void addEachOnce(
            List<Identity> all, String list, List<T> texts, Function<T, Optional<Identity>> read) {
        int position = 0;
        for (int index = 0; index < texts.size(); index++) {
            String pointer = list + index;
            // Well-formed as it is written, it may still be too long in the form in which it is compared.
            Identity identity = read.apply(texts.get(index))
                    .orElseThrow(
                            () -> PlatformProblem.INVALID_REQUEST.at(pointer, "Write something shorter or plainer."))
                    .at(position);
            if (all.stream().noneMatch(identity::isSameAs)) {
                all.add(identity);
                position++;
            }
        }
    }

    private static <T> int indexOf(Identity identity, List<T> texts, Function<T, Optional<Identity>> read) {
        for (int index = 0; index < texts.size(); index++) {
            if (read.apply(texts.get(index)).filter(identity::isSameAs).isPresent()) {
                return index;
            }
        }
        throw new IllegalArgumentException("The identity is none of these details");
    }
}
