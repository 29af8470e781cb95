package helpdesk.ticket.standard;

import helpdesk.platform.page.Phrases;
import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.calendar.Shift;
import helpdesk.ticket.calendar.WorkingTime;
import helpdesk.ticket.servicelevel.Metric;
import helpdesk.ticket.servicelevel.PolicyTarget;
import helpdesk.ticket.servicelevel.PublishedPolicies;
import helpdesk.ticket.servicelevel.PublishedPolicy;
import helpdesk.ticket.servicelevel.TimeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts together what everybody may expect: from the policies in force, and nothing else. */
@ApplicationScoped
@Transactional
public class StandardsQuery {

    private static final int DAYS_AHEAD = 60;
    private static final int STEPS = 6;

    /** A shift until midnight ends with its day, where people read it. */
    private static final String MIDNIGHT = "00:00";

    private static final String END_OF_DAY = "24:00";

    private final PublishedPolicies policies;
    private final SettingsService settings;
    private final Clock clock;

    StandardsQuery(PublishedPolicies policies, SettingsService settings, Clock clock) {
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    StandardsView tell(Phrases words) {
        SettingsBody said = settings.read().writable();
        List<PublishedPolicy> inForce = policies.inForce();
        Instant now = clock.instant();
        return new StandardsView(
                words.language(),
                said.organisation(),
                words.get("title"),
                words.get("intro"),
                inForce.stream().map(policy -> standard(policy, words)).toList(),
                inForce.stream()
                        .collect(Collectors.groupingBy(
                                PublishedPolicy::calendar, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(entry -> hours(entry.getKey(), names(entry.getValue(), words), now, words))
                        .toList(),
                said.contacts().stream().map(contact -> contact(contact, words)).toList(),
                new StandardsView.Settlement(
                        steps(said, words),
                        policies.complaintResolution()
                                .map(promised -> promise(promised.target(), false, promised.usualDay(), words))
                                .orElse(null)));
    }

    private static StandardsView.Standard standard(PublishedPolicy policy, Phrases words) {
        Set<Metric> several = policy.promises().targets().stream()
                .filter(target -> !target.priorities().isEmpty())
                .map(PolicyTarget::metric)
                .collect(Collectors.toSet());
        Duration day = policy.calendar().workingTime().usualDay().orElse(null);
        return new StandardsView.Standard(
                name(policy, words),
                policy.promises().targets().stream()
                        .sorted(Comparator.comparing(PolicyTarget::metric))
                        .map(target -> promise(target, several.contains(target.metric()), day, words))
                        .toList(),
                policy.promises().pausesOnHold()
                        ? words.get("waiting") + " " + words.get("waitingOthers")
                        : words.get("waiting"));
    }

    private static String names(List<PublishedPolicy> policies, Phrases words) {
        return policies.stream().map(policy -> name(policy, words)).collect(Collectors.joining(", "));
    }

    private static String name(PublishedPolicy policy, Phrases words) {
        Map<String, String> names = policy.names();
        return named(names, words.language())
                .or(() -> policy.isForAllOthers() ? Optional.of(words.get("everyone")) : named(names, "en"))
                .orElseGet(() -> names.values().iterator().next());
    }

    /** The name in the language; else that in one of its kind, such as that of Austria in German. */
    private static Optional<String> named(Map<String, String> names, String language) {
        return names.entrySet().stream()
                .filter(name ->
                        Locale.forLanguageTag(name.getKey()).getLanguage().equals(language))
                .min(Comparator.comparing(name -> name.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static StandardsView.Promise promise(
            PolicyTarget target, boolean isOneOfSeveral, Duration day, Phrases words) {
        boolean isBusiness = target.time() == TimeKind.BUSINESS;
        String forWhich = target.priorities().isEmpty()
                ? isOneOfSeveral ? words.get("otherwise") : ""
                : target.priorities().stream()
                        .map(priority -> words.get("priority." + priority.wireName()))
                        .collect(Collectors.joining(", "));
        return new StandardsView.Promise(
                target.metric(),
                words.get("metric." + target.metric().wireName()),
                target.priorities(),
                forWhich,
                target.promiseSeconds(),
                LengthOfTime.words(
                        Duration.ofSeconds(target.promiseSeconds()),
                        isBusiness ? day : LengthOfTime.wholeDay(),
                        words.locale()),
                target.time(),
                words.get(isBusiness ? "business" : "calendar"));
    }

    private static StandardsView.Hours hours(CalendarBody calendar, String name, Instant now, Phrases words) {
        WorkingTime time = calendar.workingTime();
        LocalDate today = time.day(now);
        return new StandardsView.Hours(
                name,
                calendar.timeZone(),
                !time.periods(now, now.plusSeconds(1)).isEmpty(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new StandardsView.Day(
                                day,
                                day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()),
                                calendar.week().of(day),
                                text(calendar.week().of(day), words)))
                        .toList(),
                today.datesUntil(today.plusDays(DAYS_AHEAD))
                        .flatMap(date -> time.exception(date, words.locale()).stream()
                                .map(reason -> otherDay(date, reason, time.shiftsOf(date), words)))
                        .toList());
    }

    private static StandardsView.OtherDay otherDay(LocalDate date, String name, List<Shift> shifts, Phrases words) {
        String dateText = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(words.locale())
                .format(date);
        return new StandardsView.OtherDay(date, dateText, name, shifts, text(shifts, words));
    }

    private static String text(List<Shift> shifts, Phrases words) {
        return shifts.isEmpty()
                ? words.get("closed")
                : shifts.stream()
                        .map(shift -> shift.from() + "–" + (shift.to().equals(MIDNIGHT) ? END_OF_DAY : shift.to()))
                        .collect(Collectors.joining(", "));
    }

    private static StandardsView.Contact contact(PublicContact contact, Phrases words) {
        return new StandardsView.Contact(
                contact.channel(),
                words.get("channel." + contact.channel().wireName()),
                contact.address(),
                contact.note());
    }

    private static List<String> steps(SettingsBody said, Phrases words) {
        List<String> own = said.settlement().get(words.language());
        return own != null
                ? own
                : IntStream.rangeClosed(1, STEPS)
                        .mapToObj(step -> words.get("step." + step))
                        .toList();
    }
}
