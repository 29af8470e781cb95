package helpdesk.feedback.improvement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is told of one improvement, so that nobody is told twice. */
final class ToldPersons {

    private final Map<Object, List<Person>> byTrait = new HashMap<>();

    ToldPersons(Collection<Person> told) {
        told.forEach(this::add);
    }

    /** Whether the person is told already. Also somebody told under another name that is known by now to be theirs. */
    boolean includes(Person person) {
        return traits(person)
                .flatMap(trait -> byTrait.getOrDefault(trait, List.of()).stream())
                .anyMatch(person::isSameAs);
    }

    void add(Person person) {
        traits(person).forEach(trait -> byTrait.computeIfAbsent(trait, none -> new ArrayList<>())
                .add(person));
    }

    private static Stream<Object> traits(Person person) {
        return Stream.<Object>of(
                        person.customerId() == null ? "" : person.customerId(),
                        person.email() == null ? "" : "mail " + person.email(),
                        person.phone() == null ? "" : "phone " + person.phone())
                .filter(trait -> !"".equals(trait));
    }
}
