package helpdesk.notification.booking;

import helpdesk.notification.capacity.SlotQuery;
import helpdesk.notification.capacity.SlotView;
import helpdesk.platform.page.Phrases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Puts together what the bearer of a link sees. */
@ApplicationScoped
class PageComposer {

    private final FreeTimes times;
    private final SlotQuery slots;

    PageComposer(FreeTimes times, SlotQuery slots) {
        this.times = times;
        this.slots = slots;
    }

    /** In what the page is written: what its address says, else the language of the link, else what the browser asks for. */
    Phrases words(LinkedBooking booking, PageQuery query) {
        return Pages.words(query.language(), booking.link().language(), query.spoken());
    }

    /** What is booked, and what can be done with it; or the times that can be chosen. */
    BookingPage show(LinkedBooking booking, PageQuery query) {
        Phrases words = words(booking, query);
        boolean moving = booking.isBooked() && "move".equals(query.deed());
        if (booking.isBooked() && !moving) {
            return booked(booking.callback().orElseThrow(), "cancel".equals(query.deed()), words);
        }
        BookingLink link = booking.link();
        PageForm filled = filled(
                moving ? "move" : "book", zone(booking, query), List.of(), link.name(), link.phone(), reason(booking));
        return choosing(booking, filled, query, List.of(), null);
    }

    /**
     * The form as it was sent, with what is to be looked at again.
     *
     * @param notice what happened; null for nothing
     * @param nearest what to choose from instead; empty for what the day has
     */
    BookingPage again(
            LinkedBooking booking,
            SentForm sent,
            PageQuery query,
            List<PageFault> faults,
            String notice,
            List<SlotView> nearest) {
        String zone = sent.zone() == null ? zone(booking, query) : sent.zone();
        PageForm filled = filled(
                sent.deed().equals("move") ? "move" : "book",
                zone,
                FreeTimes.anywhere(nearest, zone, words(booking, query)),
                sent.name(),
                sent.phone(),
                sent.reason());
        return choosing(booking, filled, query, faults, notice);
    }

    private BookingPage choosing(
            LinkedBooking booking, PageForm filled, PageQuery query, List<PageFault> faults, String notice) {
        Phrases words = words(booking, query);
        String title = filled.isMoving() ? "title.move" : ended(booking);
        String said =
                notice == null && !filled.isMoving() && booking.callback().isPresent() ? words.get("again") : notice;
        return new BookingPage(
                words.get(title),
                words,
                said,
                faults,
                List.of(),
                times.form(filled, booking.link().group(), query, words),
                false,
                filled.isMoving() ? List.of(way("", words.get("keep"), words)) : List.of());
    }

    private static BookingPage booked(LinkedCallback callback, boolean cancelling, Phrases words) {
        List<PageFact> facts = new ArrayList<>();
        boolean timed = callback.localStart() != null;
        if (timed) {
            ZonedDateTime start = callback.localStart().toZonedDateTime();
            facts.add(new PageFact(words.get("day"), words.dayOfWeek(start)));
            facts.add(new PageFact(
                    words.get("time"),
                    FreeTimes.span(start, callback.localEnd().toZonedDateTime()) + " (" + callback.timeZone() + ")"));
        }
        facts.add(new PageFact(words.get("phone"), callback.phone()));
        facts.add(new PageFact(words.get("reason"), callback.reason()));
        String title = timed ? "title.booked" : "title.waiting";
        List<PageWay> ways = cancelling
                ? List.of(way("", words.get("keep"), words))
                : List.of(
                        way("&deed=move", words.get("move.link"), words),
                        way("&deed=cancel", words.get("cancel.link"), words));
        return new BookingPage(
                words.get(cancelling ? "title.cancel" : title),
                words,
                timed || cancelling ? null : words.get("waiting"),
                List.of(),
                facts,
                null,
                cancelling,
                ways);
    }

    private static PageWay way(String rest, String text, Phrases words) {
        return new PageWay("?language=" + words.language() + rest, text, false);
    }

    /** What became of what was booked before. */
    private static String ended(LinkedBooking booking) {
        return booking.callback()
                .map(callback -> switch (callback.status()) {
                    case COMPLETED -> "title.completed";
                    case CANCELLED -> "title.cancelled";
                    case EXHAUSTED, EXPIRED -> "title.missed";
                    case REQUESTED, SCHEDULED, QUEUED, ATTEMPTING, NO_ANSWER -> "title.choose";
                })
                .orElse("title.choose");
    }

    private static String reason(LinkedBooking booking) {
        return booking.callback().map(LinkedCallback::reason).orElse("");
    }

    private String zone(LinkedBooking booking, PageQuery query) {
        String known = booking.timeZone();
        return query.zoneOr(
                PageQuery.isZone(known) ? known : slots.timeZone(booking.link().group()));
    }

    private static PageForm filled(
            String deed, String zone, List<PageTime> times, String name, String phone, String reason) {
        return new PageForm(
                deed,
                null,
                List.of(),
                List.of(),
                times,
                zone,
                List.of(),
                deed.equals("book"),
                name == null ? "" : name,
                phone == null ? "" : phone,
                reason);
    }
}
