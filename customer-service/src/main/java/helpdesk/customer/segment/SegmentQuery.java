package helpdesk.customer.segment;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.time.PlausibleYears;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads who belongs to segments, and how they grow. */
@ApplicationScoped
@Transactional
class SegmentQuery {

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");
    private static final int A_MONTH = 30;
    private static final int LONGEST = 366;

    private final SegmentService segments;
    private final SegmentMembers members;
    private final CustomerRepository customers;
    private final Cursors cursors;
    private final Clock clock;

    SegmentQuery(
            SegmentService segments,
            SegmentMembers members,
            CustomerRepository customers,
            Cursors cursors,
            Clock clock) {
        this.segments = segments;
        this.members = members;
        this.customers = customers;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<SegmentMember> members(UUID segment, PageRequest page) {
        segments.require(segment);
        String list = "segment " + segment;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                members.newest(
                        segment,
                        after.isEmpty() ? FAR_AWAY : Instant.parse(after.getFirst()),
                        after.isEmpty() ? new UUID(-1, -1) : UUID.fromString(after.getLast()),
                        page.limitPlusOne()),
                page.limit(),
                member -> member,
                last -> cursors.seal(
                        List.of(last.since().toString(), last.customerId().toString()), list));
    }

    List<CustomerSegment> ofCustomer(UUID customer) {
        customers.require(customer);
        return members.ofCustomer(customer);
    }

    /**
     * How it grew, day by day.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} for what are no days in their order, at most 366
     */
    SegmentTrend trend(UUID segment, String from, String to) {
        segments.require(segment);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day(to, "?to", today);
        LocalDate first = day(from, "?from", last.minusDays(A_MONTH - 1L));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST - 1L))) {
            throw PlatformProblem.INVALID_PARAMETER.at("?to", "Ask for 1 to 366 days, in their order.");
        }
        Map<LocalDate, SegmentDay> known = members.days(segment, first, last).stream()
                .collect(Collectors.toMap(SegmentDay::day, Function.identity()));
        int before = known.values().stream()
                .filter(day -> day.day().isBefore(first))
                .mapToInt(SegmentDay::size)
                .sum();
        List<SegmentDay> days = new ArrayList<>();
        int size = before;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            SegmentDay told = known.getOrDefault(day, SegmentDay.quiet(day, size));
            size = told.size();
            days.add(told);
        }
        double percent = before == 0 ? 0 : Math.round(1000.0 * (size - before) / before) / 10.0;
        return new SegmentTrend(size, size - before, before == 0 ? null : percent, days);
    }

    private static LocalDate day(String text, String pointer, LocalDate other) {
        try {
            LocalDate day = text == null ? other : LocalDate.parse(text);
            if (PlausibleYears.cover(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Answered like a day that cannot be.
        }
        throw PlatformProblem.INVALID_PARAMETER.at(pointer, "Write a day, for example 2026-11-01.");
    }
}
