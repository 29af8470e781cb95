package helpdesk.notification.privacy;

import helpdesk.notification.appointment.AppointmentErasure;
import helpdesk.notification.booking.LinkErasure;
import helpdesk.notification.callback.CallbackErasure;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.notification.customers.KnownTickets;
import helpdesk.notification.customers.Owner;
import helpdesk.notification.customers.Person;
import helpdesk.notification.mailbox.MailErasure;
import helpdesk.notification.message.MessageErasure;
import helpdesk.notification.preference.Preferences;
import helpdesk.notification.webhook.DeliveryErasure;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Eraser;
import helpdesk.platform.erasure.ErasureOutcome;
import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Forgets somebody: what they were told, who wanted to be called, what webhooks were told of them, and who they were. */
@ApplicationScoped
class NotificationEraser implements Eraser {

    /** A ticket is theirs when its customer is; or, of an unknown customer, when they were answered or wanted to be called. */
    private static final String TICKETS = """
            with own as (
                select ticket_id, customer_id, customer_origin_id, recipient from message
                where ticket_id is not null and kind not in ('COUPON', 'STAFF_NOTICE', 'SIDE_CONVERSATION')
                    and (customer_id = any(?) or customer_origin_id = any(?) or recipient = any(?) and customer_id is null)),
            candidate (id) as (
                select id from known_ticket where customer_id = any(?) or customer_origin_id = any(?)
                union select ticket_id from own
                union select ticket_id from callback
                where ticket_id is not null
                    and (customer_id = any(?) or customer_origin_id = any(?) or phone = any(?) and customer_id is null)
                union select ticket_id from appointment
                where ticket_id is not null
                    and (customer_id = any(?) or customer_origin_id = any(?)
                        or customer_id is null and (phone = any(?) or email = any(?)))
                union select ticket_id from callback_link
                where ticket_id is not null
                    and (customer_id = any(?) or customer_origin_id = any(?) or phone = any(?) and customer_id is null))
            select candidate.id from candidate
            where not exists (
                select 1 from known_ticket as known
                where known.id = candidate.id and known.customer_id <> all(?)
                    and (known.customer_origin_id is null or known.customer_origin_id <> all(?)))""";

    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final CallbackErasure callbacks;
    private final AppointmentErasure appointments;
    private final LinkErasure bookingLinks;
    private final MessageErasure messages;
    private final DeliveryErasure deliveries;
    private final MailErasure mails;
    private final Preferences preferences;
    private final KnownCustomers customers;
    private final KnownTickets tickets;
    private final Sql sql;

    NotificationEraser(
            Successions successions,
            ErasedSubjects erasedSubjects,
            CallbackErasure callbacks,
            AppointmentErasure appointments,
            LinkErasure bookingLinks,
            MessageErasure messages,
            DeliveryErasure deliveries,
            MailErasure mails,
            Preferences preferences,
            KnownCustomers customers,
            KnownTickets tickets,
            Sql sql) {
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.callbacks = callbacks;
        this.appointments = appointments;
        this.bookingLinks = bookingLinks;
        this.messages = messages;
        this.deliveries = deliveries;
        this.mails = mails;
        this.preferences = preferences;
        this.customers = customers;
        this.tickets = tickets;
        this.sql = sql;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        Person person = QuarkusTransaction.requiringNew().call(() -> find(request));
        Set<UUID> related = new HashSet<>(person.tickets());
        CallbackErasure.Erased called = callbacks.erase(person);
        related.addAll(called.ids());
        AppointmentErasure.Erased visited = appointments.erase(person);
        related.addAll(visited.ids());
        long links = bookingLinks.erase(person);
        Set<UUID> told = messages.erase(person);
        related.addAll(told);
        Set<UUID> written = mails.erase(person);
        related.addAll(written);
        QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(related));
        long deliveriesErased = deliveries.erase(person);
        QuarkusTransaction.requiringNew().run(() -> preferences.forget(person.ids()));
        // Last of all: they say what is whose, which a second try has to know.
        long profiles = QuarkusTransaction.requiringNew().call(() -> customers.forget(person.ids()));
        QuarkusTransaction.requiringNew().run(() -> tickets.forget(person.tickets()));
        return new ErasureOutcome(
                Map.of(
                        "callbacks",
                        called.count(),
                        "appointments",
                        visited.count(),
                        "callbackLinks",
                        links,
                        "messages",
                        (long) told.size(),
                        "mails",
                        (long) written.size(),
                        "webhookDeliveries",
                        deliveriesErased,
                        "profiles",
                        profiles),
                related);
    }

    /** From now on nothing that is told of their tickets is kept either. */
    private Person find(ErasureRequest request) {
        Set<UUID> ids = new HashSet<>(request.subjects());
        request.subjects().forEach(subject -> ids.addAll(successions.kin(subject)));
        List<String> contacts =
                request.contacts().stream().map(EmailAddresses::normalize).toList();
        Person known = new Person(ids, contacts, Set.of());
        UUID[] all = known.idArray();
        String[] reached = known.contactArray();
        Set<UUID> theirs = new HashSet<>(sql.list(
                TICKETS,
                row -> row.getObject(1, UUID.class),
                all,
                all,
                reached,
                all,
                all,
                all,
                all,
                reached,
                all,
                all,
                reached,
                reached,
                all,
                all,
                reached,
                all,
                all));
        erasedSubjects.add(ids);
        erasedSubjects.add(theirs);
        // A second try no longer finds the number or the address that says whose they are.
        SortedMap<UUID, Owner> owners = new TreeMap<>();
        theirs.forEach(ticket -> owners.put(ticket, new Owner(request.subjectId(), null)));
        tickets.lock(owners);
        return new Person(ids, contacts, theirs);
    }
}
