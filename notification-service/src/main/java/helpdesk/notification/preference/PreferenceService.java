package helpdesk.notification.preference;

import helpdesk.notification.NotificationProblem;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads and changes what customers have said about being disturbed. */
@ApplicationScoped
@Transactional
class PreferenceService {

    private final Preferences preferences;
    private final QuietTimes quietTimes;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final Clock clock;

    PreferenceService(
            Preferences preferences,
            QuietTimes quietTimes,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erasedSubjects,
            Clock clock) {
        this.preferences = preferences;
        this.quietTimes = quietTimes;
        this.customers = customers;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.clock = clock;
    }

    /**
     * What counts for the customer, or for the one in which the profile goes on.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}
     */
    PreferenceView read(UUID id) {
        KnownCustomer customer = require(id);
        return view(customer, preference(customer));
    }

    /**
     * Replaces what the customer has said.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, or {@code precondition-failed} when it was changed since
     */
    PreferenceView put(UUID id, IfMatch seen, PutPreference said) {
        said.requireSound();
        KnownCustomer customer = require(id);
        Preference former = preference(customer);
        seen.require(former.version());
        Preference fresh = new Preference(said.quietHours(), said.timeZone(), former.version() + 1, clock.instant());
        if (!preferences.put(customer.id(), fresh)) {
            throw PlatformProblem.PRECONDITION_FAILED.problem("Read it again and repeat your change on what you find.");
        }
        return view(customer, fresh);
    }

    private Preference preference(KnownCustomer customer) {
        return preferences.find(List.of(customer.id())).getOrDefault(customer.id(), Preference.NONE);
    }

    private KnownCustomer require(UUID id) {
        UUID current = successions.current(id);
        return customers
                .find(current)
                .filter(customer -> !erasedSubjects.contains(current))
                .orElseThrow(() -> NotificationProblem.CUSTOMER_NOT_FOUND.problem(
                        "Check the id; one that was created this second may need another try."));
    }

    private PreferenceView view(KnownCustomer customer, Preference preference) {
        Hours hours = Hours.of(quietTimes.hours(preference));
        return new PreferenceView(
                customer.id(),
                preference.quietHours(),
                preference.timeZone(),
                new PreferenceView.InForce(
                        hours.from(),
                        hours.to(),
                        quietTimes.zone(preference, customer.timeZone()).getId()),
                preference.updatedAt(),
                preference.version());
    }
}
