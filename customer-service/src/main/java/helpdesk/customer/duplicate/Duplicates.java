package helpdesk.customer.duplicate;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows which profiles may be of one person, and hears that they are not. */
@ApplicationScoped
@Transactional
class Duplicates {

    private final Suggestions suggestions;
    private final CustomerRepository customers;
    private final Cursors cursors;
    private final Causation causation;

    Duplicates(Suggestions suggestions, CustomerRepository customers, Cursors cursors, Causation causation) {
        this.suggestions = suggestions;
        this.customers = customers;
        this.cursors = cursors;
        this.causation = causation;
    }

    /** The likeliest first; of one customer, or of all when that is null. */
    Page<DuplicateView> page(UUID customer, PageRequest page) {
        if (customer != null) {
            customers.require(customer);
        }
        String list = "duplicates " + customer;
        Optional<Suggestion.Place> behind = Suggestion.Place.read(cursors.open(page.after(), list));
        List<Suggestion> found = suggestions.best(customer, behind, page.limitPlusOne());
        Map<UUID, DuplicateCustomer> involved = customers
                .all(found.stream()
                        .flatMap(suggestion -> Stream.of(suggestion.firstId(), suggestion.secondId()))
                        .collect(Collectors.toSet()))
                .stream()
                .map(CustomerView::of)
                .map(DuplicateCustomer::of)
                .collect(Collectors.toMap(DuplicateCustomer::id, view -> view));
        return Page.of(
                found,
                page.limit(),
                suggestion -> DuplicateView.of(suggestion, involved),
                last -> cursors.seal(last.place(), list));
    }

    /**
     * They are two persons.
     *
     * @throws helpdesk.platform.problem.Problem {@code duplicate-not-found}
     */
    void dismiss(UUID id) {
        if (!suggestions.dismiss(id, causation.actor().toString())) {
            throw CustomerProblem.DUPLICATE_NOT_FOUND.problem("See GET /api/v1/customer-duplicates.");
        }
    }
}
