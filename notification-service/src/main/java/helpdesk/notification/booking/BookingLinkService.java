package helpdesk.notification.booking;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.callback.BookCallback;
import helpdesk.notification.callback.Callback;
import helpdesk.notification.callback.CallbackLinks;
import helpdesk.notification.callback.CustomerCallbacks;
import helpdesk.notification.capacity.CapacityPlans;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes links for customers, and does what their bearers want. */
@ApplicationScoped
@Transactional
class BookingLinkService {

    /** So long it is remembered what was booked by a link that leads to another callback. */
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final BookingLinks links;
    private final CallbackLinks tokens;
    private final CustomerCallbacks callbacks;
    private final CapacityPlans plans;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final Causation causation;
    private final Clock clock;

    BookingLinkService(
            BookingLinks links,
            CallbackLinks tokens,
            CustomerCallbacks callbacks,
            CapacityPlans plans,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erasedSubjects,
            Causation causation,
            Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.callbacks = callbacks;
        this.plans = plans;
        this.customers = customers;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @throws Problem {@code unknown-customer} or {@code unknown-ticket} of those who were forgotten, or {@code no-such-group}
     */
    BookingLinkView make(MakeBookingLink wish) {
        if (erasedSubjects.contains(wish.customerId())) {
            throw NotificationProblem.UNKNOWN_CUSTOMER.at("/customerId", "Check the id, or leave it out.");
        }
        if (erasedSubjects.contains(wish.ticketId())) {
            throw NotificationProblem.UNKNOWN_TICKET.at("/ticketId", "Check the id, or leave it out.");
        }
        if (plans.ofGroup(wish.groupOrDefault()).isEmpty()) {
            throw NotificationProblem.NO_SUCH_GROUP.at(
                    "/group", "This group takes no callbacks. Check its name, or leave it out.");
        }
        Instant now = clock.instant();
        BookingLink link = new BookingLink(
                Ids.next(),
                wish.customerId() == null ? null : successions.current(wish.customerId()),
                wish.ticketId(),
                wish.name(),
                wish.phoneInE164(),
                wish.groupOrDefault(),
                wish.language(),
                wish.timeZone(),
                null,
                now.plus(wish.validFor()));
        links.store(link, null, now);
        return new BookingLinkView(tokens.to(link.id(), link.expiresAt()), link.expiresAt());
    }

    /**
     * What the token opens.
     *
     * @throws Problem {@code not-found} or {@code link-expired}
     */
    LinkedBooking open(String token) {
        UUID id = tokens.open(token);
        BookingLink link = require(
                links.find(id).or(() -> callbacks.find(id).filter(known()).map(this::linkTo)));
        return LinkedBooking.of(link, booked(link));
    }

    /**
     * Books a callback, one at a time: the same time again is the same callback.
     *
     * @throws Problem {@code not-found}, {@code link-expired}, {@code callback-booked}, {@code invalid-request},
     *     {@code no-such-slot} or {@code slot-full}
     */
    LinkedBooking book(String token, BookByLink wish) {
        BookingLink link = lock(tokens.open(token));
        Optional<Callback> booked =
                booked(link).filter(callback -> callback.status().isOpen());
        if (booked.isPresent()) {
            if (!wish.slotStart().equals(booked.get().slotStart())) {
                throw NotificationProblem.CALLBACK_BOOKED.problem(
                        "A callback is booked by this link. Move it, or cancel it and book again.");
            }
            return LinkedBooking.of(link, booked);
        }
        causation.actAs(link.bearer());
        Callback callback = callbacks.book(wish(link, wish), link.bearer().toString());
        links.store(link, callback.id(), clock.instant());
        return LinkedBooking.of(link, Optional.of(callback));
    }

    /**
     * Moves or corrects the callback.
     *
     * @throws Problem {@code not-found}, {@code link-expired}, {@code callback-not-found}, {@code precondition-failed},
     *     {@code transition-not-allowed}, {@code invalid-request}, {@code no-such-slot} or {@code slot-full}
     */
    LinkedBooking change(String token, IfMatch seen, MergePatch patch) {
        BookingLink link = open(token).link();
        causation.actAs(link.bearer());
        return LinkedBooking.of(link, Optional.of(callbacks.change(callbackOf(link), seen, patch)));
    }

    /**
     * Calls the callback off.
     *
     * @throws Problem {@code not-found}, {@code link-expired}, {@code callback-not-found} or {@code transition-not-allowed}
     */
    LinkedBooking cancel(String token) {
        BookingLink link = open(token).link();
        causation.actAs(link.bearer());
        return LinkedBooking.of(link, Optional.of(callbacks.cancel(callbackOf(link))));
    }

    /** The link alone for this transaction; one that leads to a callback is locked as that, until it has a row of its own. */
    private BookingLink lock(UUID id) {
        return require(
                links.lock(id).or(() -> callbacks.lock(id).filter(known()).map(callback -> links.lock(id)
                        .orElseGet(() -> linkTo(callback)))));
    }

    private BookingLink require(Optional<BookingLink> found) {
        BookingLink link = found.filter(open ->
                        !erasedSubjects.contains(open.customerId()) && !erasedSubjects.contains(open.ticketId()))
                .orElseThrow(() ->
                        PlatformProblem.NOT_FOUND.problem("This link leads nowhere any more. Ask us for a new one."));
        return customers.find(link.customerId()).map(link::knowing).orElse(link);
    }

    private Optional<Callback> booked(BookingLink link) {
        return Optional.ofNullable(link.callbackId()).flatMap(callbacks::find);
    }

    private BookingLink linkTo(Callback callback) {
        return BookingLink.to(callback, clock.instant().plus(REMEMBERED));
    }

    /** Of somebody who was forgotten there is nothing to show. */
    private static Predicate<Callback> known() {
        return callback -> callback.phone().startsWith("+");
    }

    private static UUID callbackOf(BookingLink link) {
        if (link.callbackId() == null) {
            throw NotificationProblem.CALLBACK_NOT_FOUND.problem("Nothing is booked by this link yet.");
        }
        return link.callbackId();
    }

    private BookCallback wish(BookingLink link, BookByLink wish) {
        return new BookCallback(
                link.customerId(),
                said(wish.name(), link.name(), "/name", "Write whom to ask for."),
                said(wish.phone(), link.phone(), "/phone", "Write the phone number to call."),
                wish.slotStart(),
                said(
                        wish.timeZone(),
                        link.timeZone() == null ? plans.timeZoneOf(link.group()).orElse(null) : link.timeZone(),
                        "/timeZone",
                        "Write your time zone."),
                wish.reason(),
                link.ticketId(),
                link.language(),
                link.group());
    }

    private static String said(String wished, String known, String pointer, String advice) {
        if (wished != null) {
            return wished;
        }
        if (known == null) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, advice);
        }
        return known;
    }
}
