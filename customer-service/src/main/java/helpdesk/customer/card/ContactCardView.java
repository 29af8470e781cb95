package helpdesk.customer.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.organization.OrganizationName;
import helpdesk.customer.profile.ContactChannel;
import helpdesk.customer.profile.CustomerView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to know of somebody who makes contact.
 *
 * @param say what to call them
 * @param howToSay how the name is said, when somebody wrote that down
 * @param language what to greet them in; absent when that is not known
 * @param localTime the time where they are, to the second; absent when their time zone is not known
 * @param accountManager who cares for them, or for all of their organisation
 * @param openTicketCount how many tickets are open, 100 for 100 or more; openTickets has the ten that changed last
 * @param toKnow what colleagues have pinned; for people here only, as are segments, lastContact and latest
 * @param segments to which they belong, by their names
 * @param lastContact when they were in touch last
 * @param latest the last five lines of the timeline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactCard")
record ContactCardView(
        UUID customerId,
        String name,
        String say,
        String howToSay,
        String language,
        List<String> languages,
        String timeZone,
        OffsetDateTime localTime,
        CardOrganization organization,
        CardAgent accountManager,
        String cultureNotes,
        String accessibilityNeeds,
        ContactChannel preferredChannel,
        boolean doNotContact,
        int openTicketCount,
        List<CardTicket> openTickets,
        List<CardNote> toKnow,
        List<String> segments,
        CardHappening lastContact,
        List<CardHappening> latest) {

    static ContactCardView of(
            CustomerView customer,
            OffsetDateTime localTime,
            OrganizationName organization,
            CardAgent accountManager,
            CardTickets tickets,
            List<CardNote> notes,
            List<String> segments,
            CardHappening lastContact,
            List<CardHappening> latest) {
        return new ContactCardView(
                customer.id(),
                customer.name(),
                customer.preferredName() == null ? customer.name() : customer.preferredName(),
                customer.pronunciation(),
                customer.languages().stream().findFirst().orElse(null),
                customer.languages(),
                customer.timeZone(),
                localTime,
                organization == null ? null : new CardOrganization(organization.id(), organization.name()),
                accountManager,
                customer.cultureNotes(),
                customer.accessibilityNeeds(),
                customer.preferredChannel(),
                customer.doNotContact(),
                tickets.inAll(),
                tickets.some(),
                notes,
                segments,
                lastContact,
                latest);
    }
}
